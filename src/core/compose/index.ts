export { type Copyfit, copyfitOf, type Fit, type Lever } from './copyfit.ts';
export { LINE_STYLES, RULE_STYLES } from './furniture.ts';
export { legsOf, type Share } from './legs.ts';
export { type LeverName, leverNames } from './lever.ts';
export { createMeasurer, type Measurer } from './measurer.ts';
export { ORNAMENT_NAMES } from './ornament.ts';
export { ComposeMemory, composePage } from './page.ts';
export { fillCrop } from './picture.ts';
