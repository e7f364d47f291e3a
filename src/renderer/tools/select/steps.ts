/** The states of the select tool, each made by name, so that no two state files know each other. */
import type { Wall } from '../../../core/arrange/index.ts';
import type { GuideAxis } from '../guides.ts';
import type { HandState, Touch } from '../hand.ts';
import type { HandleName } from '../snap.ts';

/** What the pointer was pressed on: the key that a click selects, and the frame itself. */
export interface Pressed {
  readonly key: string;
  readonly frame: string;
}

export interface Steps {
  idle(): HandState;
  pointing(start: Touch, on: Pressed): HandState;
  moving(start: Touch): HandState;
  resizing(start: Touch, handle: HandleName): HandState;
  walling(start: Touch, wall: Wall): HandState;
  marquee(start: Touch): HandState;
  cropping(start: Touch): HandState;
  /** A guide that is there, or a new one where `from` is null. */
  guiding(axis: GuideAxis, from: number | null): HandState;
}
