export { Trouble, type TroubleCode, troubleCodes, type Values } from '../node/trouble.ts';
