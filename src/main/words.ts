/** What main itself says, in both languages: native dialogs and the sentences of what went wrong. The window has its own. */
import type { UiLanguage } from '../ipc/settings.ts';
import type { RefusalCode } from '../jobs/refused.ts';
import type { TroubleCode } from '../node/trouble.ts';

/** What the disk and the jobs can refuse. */
type Code = TroubleCode | RefusalCode;

/** One sentence for each thing that can go wrong; {path} is the file's name. */
const zhTroubles: Record<Code, string> = {
  'not-found': '找不到“{path}”，它可能已被移走或改名。',
  'is-folder': '“{path}”是文件夹，请选一个文件。',
  'not-a-file': '“{path}”是管道或设备，不是文件，请选一个文件。',
  'too-many-files': '“{path}”里的文件超过 {most} 个，请只拿放来稿的文件夹。',
  unreadable: '“{path}”读不了（{why}），请检查它的权限。',
  empty: '“{path}”是空的，没有内容可用。',
  'too-large': '“{path}”有 {megabytes} MB，超过 {most} MB，请分开再来。',
  'not-a-project': '“{path}”不是版心文件。',
  damaged: '“{path}”已损坏（{part}），请用备份。',
  'too-new': '“{path}”是较新的版心存的（格式 {version}，本程序读到 {reads}），请先更新版心。',
  'invalid-project': '“{path}”的内容不对（{at}），没有打开。',
  'not-a-picture': '“{path}”不是能用的图片，请用 JPEG、PNG、TIFF 或 WebP。',
  'picture-changed': '图片“{path}”在置入之后变了，请重新置入。',
  'pictures-behind': '图片“{names}”只在“{path}”里有，而这个文件现在读不了；为了不丢图片，没有存到它上面，请另存为别的名字。',
  'no-folder': '文件夹“{folder}”不在了，请存到别处。',
  'out-is-folder': '“{path}”是文件夹，请换一个文件名。',
  unwritable: '“{path}”写不了（{why}），原来的文件没有动，请存到别处。',
  'in-use': '“{path}”正被别的程序打开着，没有写成，原来的文件没有动；请在那边关上它，或换一个文件名。',
  'no-space': '磁盘已满，“{path}”没有写成，原来的文件没有动。',
  locked: '“{path}”正由 {user}（{machine}）打开着。',
  'no-font': '字体“{font}”不在，请重新安装版心。',
  'copy-unreadable': '“{path}”读不了，请换一种编码再试。',
  'copy-empty': '“{path}”是空的，没有可读的文字。',
  'encoding-unknown': '没有叫“{encoding}”的编码。',
  'no-stories': '来稿里没有读出稿件。',
  'unknown-preset': '没有叫“{preset}”的版式。',
  'unknown-manner': '没有叫“{name}”的版式风格。',
  'no-pages': '这一期还没有版面，请先加一个版。',
  'no-such-page': '没有要导出的那个版，这一期有：{pages}。',
  press: '没有导出：{whyZh}',
  cancelled: '已取消，没有写任何文件。',
};

const enTroubles: Record<Code, string> = {
  'not-found': '“{path}” cannot be found; it may have been moved or renamed.',
  'is-folder': '“{path}” is a folder; choose a file.',
  'not-a-file': '“{path}” is a pipe or a device; choose a file.',
  'too-many-files': '“{path}” holds more than {most} files; bring the folder that holds the copy.',
  unreadable: '“{path}” cannot be read ({why}); check its permissions.',
  empty: '“{path}” is empty, so there is nothing to use.',
  'too-large': '“{path}” is {megabytes} MB, more than {most} MB; bring it in parts.',
  'not-a-project': '“{path}” is not a Banxin project.',
  damaged: '“{path}” is damaged ({part}); use a backup.',
  'too-new': '“{path}” was saved by a newer Banxin (form {version}; this program reads up to {reads}); update Banxin first.',
  'invalid-project': 'The content of “{path}” is not valid ({at}), so it was not opened.',
  'not-a-picture': '“{path}” is not a picture that can be used; bring JPEG, PNG, TIFF or WebP.',
  'picture-changed': 'The picture “{path}” has changed since it was placed; place it again.',
  'pictures-behind':
    'The pictures “{names}” are only in “{path}”, which cannot be read now; it was not saved over, so that they are not lost: save under another name.',
  'no-folder': 'The folder “{folder}” is not there; save somewhere else.',
  'out-is-folder': '“{path}” is a folder; choose another name.',
  unwritable: '“{path}” cannot be written ({why}); the file from before is untouched, so save somewhere else.',
  'in-use': '“{path}” is open in another program, so it was not written and is as it was; close it there, or choose another name.',
  'no-space': 'The disk is full: “{path}” was not written, and the file from before is untouched.',
  locked: '“{path}” is open at {user} ({machine}).',
  'no-font': 'The typeface “{font}” is not there; install Banxin again.',
  'copy-unreadable': '“{path}” cannot be read; try another encoding.',
  'copy-empty': '“{path}” is empty: there is no text to read.',
  'encoding-unknown': 'There is no encoding called “{encoding}”.',
  'no-stories': 'No story was found in the copy.',
  'unknown-preset': 'There is no preset called “{preset}”.',
  'unknown-manner': 'There is no manner called “{name}”.',
  'no-pages': 'This issue has no pages yet; add one first.',
  'no-such-page': 'The page to be exported does not exist; this issue has: {pages}.',
  press: 'Nothing was exported: {why}',
  cancelled: 'Cancelled; no file was written.',
};

const zh = {
  troubles: zhTroubles,
  ok: '好',
  cancel: '取消',
  save: '保存',
  discard: '不保存',
  untitled: '未命名',
  unsaved: (name: string) => `要保存对“${name}”的修改吗？`,
  unsavedDetail: '不保存，这些修改就会丢失。',
  openAsCopy: '打开副本',
  openAsCopyDetail: '可以打开一个副本，存成另外的文件。',
  project: '版心文件',
  copy: '来稿',
  pictures: '图片',
  pdf: 'PDF 文件',
  everything: '所有文件',
  openProject: '打开',
  openCopy: '打开来稿',
  openPictures: '置入图片',
  saveProject: '保存',
  exportPdf: '导出 PDF',
  exportFolder: '导出到文件夹',
  exportHere: '导出到这里',
  replace: (first: string, count: number) =>
    count === 1 ? `文件夹里已有“${first}”，要替换吗？` : `文件夹里已有“${first}”等 ${count} 个文件，要替换吗？`,
  replaceThem: '替换',
  edition: (name: string) => `${name}-数字报`,
  openProfile: '输出特性文件',
  profile: 'ICC 特性文件',
  refused: '这一步没有做：窗口送来的内容不合规定。',
  unknownHandle: '这个文件已不在手边，请重新打开。',
  failed: (why: string) => `这一步没有做成：${why}`,
  noSample: (name: string) => `没有叫“${name}”的样张。`,
  /** Why copy was not taken, in its reader's own words. */
  copyRefused: (f: string, why: { readonly chinese: string; readonly message: string }) => `“${f}”没有读入：${why.chinese}`,
  windowGone: '窗口意外停止了，现在重新打开；已输入的内容会找回来。',
  workEnded: '导出进程意外结束，请再试一次。',
};
export type Words = typeof zh;

const en: Words = {
  troubles: enTroubles,
  ok: 'OK',
  cancel: 'Cancel',
  save: 'Save',
  discard: 'Don’t Save',
  untitled: 'Untitled',
  unsaved: (name) => `Save the changes to “${name}”?`,
  unsavedDetail: 'They are lost if you do not save them.',
  openAsCopy: 'Open a Copy',
  openAsCopyDetail: 'You can open a copy and save it as another file.',
  project: 'Banxin project',
  copy: 'Copy',
  pictures: 'Pictures',
  pdf: 'PDF file',
  everything: 'All files',
  openProject: 'Open',
  openCopy: 'Open Copy',
  openPictures: 'Place Pictures',
  saveProject: 'Save',
  exportPdf: 'Export PDF',
  exportFolder: 'Export to a Folder',
  exportHere: 'Export Here',
  replace: (first, count) =>
    count === 1
      ? `The folder has “${first}” already. Replace it?`
      : `The folder has “${first}” and others, ${count} files in all. Replace them?`,
  replaceThem: 'Replace',
  edition: (name) => `${name}-digital`,
  openProfile: 'Output Profile',
  profile: 'ICC profile',
  refused: 'This was not done: what the window sent is not as it must be.',
  unknownHandle: 'This file is no longer at hand; open it again.',
  failed: (why) => `This could not be done: ${why}`,
  noSample: (name) => `There is no sample called “${name}”.`,
  copyRefused: (f, { message }) => `“${f}” was not read in: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
  windowGone: 'The window stopped unexpectedly and is opened again; what you typed is brought back.',
  workEnded: 'The process that does this work ended unexpectedly; try again.',
};

let now: UiLanguage = 'zh';

/** From now on main speaks this language. */
export const speak = (language: UiLanguage): void => {
  now = language;
};

export const say = (): Words => (now === 'zh' ? zh : en);

/** The language main speaks, as the press and the checks name it. */
export const language = (): 'zh-Hans' | 'en' => (now === 'zh' ? 'zh-Hans' : 'en');
