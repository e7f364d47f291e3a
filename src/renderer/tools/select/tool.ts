/** The select tool: its states tied together. */
import { guiding } from '../guides.ts';
import type { HandState } from '../hand.ts';
import { walling } from '../walls.ts';
import { cropping } from './cropping.ts';
import { idle } from './idle.ts';
import { marquee } from './marquee.ts';
import { moving } from './moving.ts';
import { pointing } from './pointing.ts';
import { resizing } from './resizing.ts';
import type { Steps } from './steps.ts';

const steps: Steps = {
  idle: () => idle(steps),
  pointing: (start, on) => pointing(steps, start, on),
  moving: (start) => moving(steps, start),
  resizing: (start, handle) => resizing(steps, start, handle),
  walling: (start, wall) => walling(wall, start, () => idle(steps)),
  marquee: (start) => marquee(steps, start),
  cropping: (start) => cropping(steps, start),
  guiding: (axis, from) => guiding(axis, from, () => idle(steps)),
};

export const selectTool = (): HandState => steps.idle();
