/** The buttons of align and distribute, as the dialog and the contextual bar show them. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  type LucideIcon,
  Scan,
} from 'lucide-react';
import { Action } from './Action.tsx';

const ALIGN: readonly (readonly [string, LucideIcon])[] = [
  ['align.left', AlignStartVertical],
  ['align.centre', AlignCenterVertical],
  ['align.right', AlignEndVertical],
  ['align.top', AlignStartHorizontal],
  ['align.middle', AlignCenterHorizontal],
  ['align.bottom', AlignEndHorizontal],
];

const DISTRIBUTE: readonly (readonly [string, LucideIcon])[] = [
  ['distribute.across', AlignHorizontalSpaceBetween],
  ['distribute.down', AlignVerticalSpaceBetween],
];

const buttons = (list: readonly (readonly [string, LucideIcon])[]) =>
  list.map(([command, icon]) => <Action key={command} command={command} icon={icon} />);

export const AlignButtons = () => <div className="align-buttons">{buttons(ALIGN)}</div>;
export const DistributeButtons = () => <div className="align-buttons">{buttons(DISTRIBUTE)}</div>;
export const AlignTarget = () => <Action command="align.toTypeArea" icon={Scan} />;
