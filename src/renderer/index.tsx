import { createRoot } from 'react-dom/client';
import { bridge } from './bridge.ts';

const answer = await bridge.call('app.info', null);
const root = document.getElementById('root');
if (root && answer.ok) createRoot(root).render(<p>版心 Banxin {answer.value.version}</p>);
