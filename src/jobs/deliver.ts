export { type Output, writeFiles as deliver } from '../node/write.ts';
