/** Where the composing worker starts. */
import { hearEarly } from './early.ts';

hearEarly(import('./composer.ts'));
