export { wantedKey } from './plan.ts';
export { type PrintedPicture, printPicture, showPicture } from './printed.ts';
export { ProfileFile } from './separate.ts';
export { PictureStore } from './store.ts';
