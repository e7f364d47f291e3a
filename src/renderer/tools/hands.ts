/** Which tool is in the hand. A tool is left by going to its idle state; a gesture is never cut in two. */
import { desk, setDesk, useDesk } from '../state/desk.ts';
import { drawing, drawnKinds } from './draw.ts';
import { eyedropper } from './eyedropper.ts';
import type { HandState, Touch } from './hand.ts';
import { measuring } from './measuring.ts';
import { placing } from './place.ts';
import { selectTool } from './select/tool.ts';
import { threading } from './text/thread.ts';
import { textTool } from './text/tool.ts';
import { handTool, zoomTool } from './view/tool.ts';

const resting = (): HandState => {
  const { tool, loaded, threading: thread } = desk();
  if (thread) return threading(thread, resting);
  if (loaded) return placing(loaded, resting);
  if (tool === 'text') return textTool(resting);
  const drawn = drawnKinds.find((k) => k === tool);
  if (drawn) return drawing(drawn, resting);
  if (tool === 'eyedropper') return eyedropper();
  if (tool === 'measure') return measuring();
  return tool === 'hand' ? handTool() : tool === 'zoom' ? zoomTool() : selectTool();
};

export class Hands {
  private state: HandState = resting();
  private lent = false;
  private readonly stop: () => void;

  constructor() {
    this.stop = useDesk.subscribe((s, before) => {
      if (s.tool === before.tool && s.loaded === before.loaded && s.threading === before.threading) return;
      if (s.loaded || s.threading || !this.busy) this.become(resting());
    });
    this.become(this.state);
  }

  dispose(): void {
    this.stop();
  }

  /** True between press and release. */
  busy = false;

  down(t: Touch): void {
    if (t.button === 1) this.space(true);
    this.busy = t.button === 0 || t.button === 1;
    this.become(this.state.down?.(t) ?? null);
  }

  move(t: Touch): void {
    this.become(this.state.move?.(t) ?? null);
  }

  up(t: Touch): void {
    this.busy = false;
    const { tool } = desk();
    this.become(this.state.up?.(t) ?? null);
    // A double click that took up another tool: the state it was made in must not come back.
    if (desk().tool !== tool) this.become(resting());
    if (t.button === 1) this.space(false);
  }

  modifier(t: Touch): void {
    this.become(this.state.modifier?.(t) ?? null);
  }

  /** Esc. True where there was something to put back. */
  cancel(): boolean {
    if (!this.state.cancel) return false;
    this.busy = false;
    this.become(this.state.cancel());
    return true;
  }

  /** Space held down lends the panning hand. */
  space(down: boolean): void {
    if (down === this.lent || (down && this.busy)) return;
    this.lent = down;
    this.become(down ? handTool() : resting());
  }

  private become(next: HandState | null): void {
    if (!next) return;
    this.state = next;
    setDesk({ cursor: next.cursor });
  }
}
