/** What main itself says, in both languages: native dialogs and the sentences of what went wrong. The window has its own. */
import type { UiLanguage } from '../ipc/settings.ts';

const zh = {
  ok: '好',
  cancel: '取消',
  save: '保存',
  discard: '不保存',
  untitled: '未命名',
  unsaved: (name: string) => `要保存对“${name}”的修改吗？`,
  unsavedDetail: '不保存，这些修改就会丢失。',
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
  refused: '这一步没有做：窗口送来的内容不合规定。',
  unknownHandle: '这个文件已不在手边，请重新打开。',
  notFound: (f: string) => `找不到文件“${f}”，它可能已被移走或改名。`,
  notAllowed: (f: string) => `没有权限使用文件“${f}”，请检查它的权限。`,
  readOnly: (f: string) => `“${f}”所在的磁盘只能读，请存到别处。`,
  isFolder: (f: string) => `“${f}”是文件夹，请选一个文件。`,
  noSpace: (f: string) => `磁盘已满，“${f}”没有写成，原来的文件没有动。`,
  inUse: (f: string) => `“${f}”正被别的程序使用，请先关掉它。`,
  failed: (why: string) => `这一步没有做成：${why}`,
  emptyFile: (f: string) => `文件“${f}”是空的。`,
  notProject: (f: string) => `“${f}”不是版心文件。`,
  damaged: (f: string, part: string) => `“${f}”已损坏（${part}），请用备份。`,
  newer: (f: string, version: number, reads: number) => `“${f}”是较新的版心存的（格式 ${version}，本程序读到 ${reads}），请先更新版心。`,
  invalid: (f: string, at: string) => `“${f}”的内容不对（${at}），没有打开。`,
  notPicture: (f: string) => `“${f}”不是能用的图片，请用 JPEG、PNG、TIFF 或 WebP。`,
  notCopy: (f: string) => `“${f}”不是文字稿件。`,
  pictureGone: (f: string) => `图片“${f}”的原文件不在了，请重新置入。`,
  noSample: (name: string) => `没有叫“${name}”的样张。`,
  noPreset: (name: string) => `没有叫“${name}”的版式。`,
  workEnded: '排版进程意外结束，请再试一次。',
};

const en: typeof zh = {
  ok: 'OK',
  cancel: 'Cancel',
  save: 'Save',
  discard: 'Don’t Save',
  untitled: 'Untitled',
  unsaved: (name) => `Save the changes to “${name}”?`,
  unsavedDetail: 'They are lost if you do not save them.',
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
  refused: 'This was not done: what the window sent is not as it must be.',
  unknownHandle: 'This file is no longer at hand; open it again.',
  notFound: (f) => `The file “${f}” cannot be found; it may have been moved or renamed.`,
  notAllowed: (f) => `The file “${f}” may not be used; check its permissions.`,
  readOnly: (f) => `The disk of “${f}” is read-only; save it somewhere else.`,
  isFolder: (f) => `“${f}” is a folder; choose a file.`,
  noSpace: (f) => `The disk is full: “${f}” was not written, and the file from before is untouched.`,
  inUse: (f) => `“${f}” is in use by another program; close it there first.`,
  failed: (why) => `This could not be done: ${why}`,
  emptyFile: (f) => `The file “${f}” is empty.`,
  notProject: (f) => `“${f}” is not a Banxin project.`,
  damaged: (f, part) => `“${f}” is damaged (${part}); use a backup.`,
  newer: (f, version, reads) =>
    `“${f}” was saved by a newer Banxin (form ${version}; this program reads up to ${reads}); update Banxin first.`,
  invalid: (f, at) => `The content of “${f}” is not valid (${at}), so it was not opened.`,
  notPicture: (f) => `“${f}” is not a picture that can be used; use JPEG, PNG, TIFF or WebP.`,
  notCopy: (f) => `“${f}” is not copy.`,
  pictureGone: (f) => `The file of the picture “${f}” is gone; place it again.`,
  noSample: (name) => `There is no sample called “${name}”.`,
  noPreset: (name) => `There is no preset called “${name}”.`,
  workEnded: 'The process that does this work ended unexpectedly; try again.',
};

let now: UiLanguage = 'zh';

/** From now on main speaks this language. */
export const speak = (language: UiLanguage): void => {
  now = language;
};

export const say = (): typeof zh => (now === 'zh' ? zh : en);
