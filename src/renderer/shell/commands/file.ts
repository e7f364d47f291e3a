import { bridge } from '../../bridge.ts';
import { isDirty, setDesk } from '../../state/desk.ts';
import { importCopy, openFile, openSample, placePhoto, save } from '../../state/files.ts';
import { always, type Command, withProject } from './command.ts';

export const fileCommands: readonly Command[] = [
  { id: 'file.new', keys: ['$mod+KeyN'], whileTyping: true, available: always, run: () => setDesk({ dialog: 'new' }) },
  { id: 'file.open', keys: ['$mod+KeyO'], whileTyping: true, available: always, run: () => openFile(null) },
  { id: 'file.sample', keys: [], available: always, run: () => openSample('issue') },
  { id: 'file.import', keys: ['$mod+Shift+KeyO'], whileTyping: true, available: always, run: importCopy },
  { id: 'file.photo', keys: ['$mod+KeyD'], whileTyping: true, available: withProject, run: placePhoto },
  {
    id: 'file.save',
    keys: ['$mod+KeyS'],
    whileTyping: true,
    available: (s) => (!s.project ? 'noProject' : isDirty(s) || s.name === null ? true : 'nothingToSave'),
    run: () => save(false),
  },
  { id: 'file.saveAs', keys: ['$mod+Shift+KeyS'], whileTyping: true, available: withProject, run: () => save(true) },
  {
    id: 'file.export',
    keys: ['$mod+KeyE'],
    whileTyping: true,
    available: (s) => (!s.project ? 'noProject' : s.exporting ? 'exporting' : true),
    run: () => setDesk({ dialog: 'export' }),
  },
  {
    id: 'file.proof',
    keys: ['$mod+KeyP'],
    whileTyping: true,
    available: (s) => (!s.project ? 'noProject' : s.exporting ? 'exporting' : true),
    run: () => setDesk({ dialog: 'proof' }),
  },
  { id: 'file.close', keys: ['$mod+KeyW'], whileTyping: true, available: always, run: () => bridge.call('window.close', null) },
];
