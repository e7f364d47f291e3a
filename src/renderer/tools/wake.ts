/** A double click on text asks for its words: who shows them (the copy desk) says so here. */
import type { Point } from '../canvas/camera.ts';

export type TextWaker = (frame: string, at: Point) => void;
let waker: TextWaker = () => {};

export const onWakeText = (w: TextWaker): void => {
  waker = w;
};

/** Show the text of a frame for editing, at a point of the page. */
export const wakeText = (frame: string, at: Point): void => waker(frame, at);
