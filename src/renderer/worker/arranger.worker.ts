/** Where the arranging worker starts. */
import { hearEarly } from './early.ts';

hearEarly(import('./arranger.ts'));
