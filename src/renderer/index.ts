/** Where the window's script starts: the composing worker is on its way before the window itself is read. */
import './worker/composing.ts';
import './shell/style/tokens.css';
import './shell/style/base.css';
import './shell/style/shell.css';
import './shell/style/palette.css';
import './shell/style/panels.css';
import './shell/style/copyfit.css';
import './shell/style/page.css';
import './shell/style/objects.css';
import './shell/style/desk.css';
import './shell/style/writing.css';
import './shell/style/access.css';

void import('./window.tsx');
