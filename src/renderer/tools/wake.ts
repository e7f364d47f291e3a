/** A double click on text asks to write there: who does that (the page) says so here. */
import type { Point } from '../canvas/camera.ts';

export type TextWaker = (frame: string, at: Point) => unknown;
let waker: TextWaker = () => {};

export const onWakeText = (w: TextWaker): void => {
  waker = w;
};

/** Write in the text of a frame, at a point of the page. */
export const wakeText = (frame: string, at: Point): void => void waker(frame, at);
