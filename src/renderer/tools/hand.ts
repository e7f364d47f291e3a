/**
 * What the hand does on the page, as states. A state hears the pointer and the keys and answers with the state to go to;
 * it knows no DOM and no canvas.
 */
import type { Point } from '../canvas/camera.ts';

/** A pointer event in both measures. */
export interface Touch {
  /** CSS pixels from the view's top-left corner. */
  readonly view: Point;
  /** Points of the page. */
  readonly page: Point;
  /** 0 the main button, 1 the middle, 2 the other; −1 while only moving. */
  readonly button: number;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  /** How many clicks in a row this press is. */
  readonly clicks: number;
}

/** One state of the hand. What is not given is not heard. */
export interface HandState {
  readonly cursor: string;
  down?(t: Touch): HandState | null;
  move?(t: Touch): HandState | null;
  up?(t: Touch): HandState | null;
  /** A modifier went down or up without the pointer moving. */
  modifier?(t: Touch): HandState | null;
  /** Esc, or the pointer was lost: put back what the gesture changed. */
  cancel?(): HandState | null;
}

/** CSS pixels that a press may tremble before it is a drag. */
export const TREMBLE_PX = 4;

export const movedEnough = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) >= TREMBLE_PX;
