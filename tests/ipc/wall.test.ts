import { describe, expect, it } from 'vitest';
import { callNames } from '../../src/ipc/contract.ts';
import { languageOf } from '../../src/ipc/settings.ts';
import { wall } from '../../src/ipc/wall.ts';

describe('the wall', () => {
  it('checks every call of the contract and no other', () => {
    expect(Object.keys(wall).sort()).toEqual([...callNames].sort());
  });

  it('lets through what a call may carry', () => {
    expect(wall['project.open'].safeParse({ file: null }).success).toBe(true);
    expect(wall['files.bytes'].safeParse({ files: [{ name: 'a.txt', bytes: new Uint8Array([65]) }] }).success).toBe(true);
    const lines = [{ kind: 'submenu', label: '文件', lines: [{ kind: 'role', label: '退出', role: 'quit' }] }];
    expect(wall['menu.set'].safeParse({ lines }).success).toBe(true);
  });

  it('refuses what a call may not carry', () => {
    expect(wall['project.open'].safeParse({ file: 7 }).success).toBe(false);
    expect(wall['project.open'].safeParse({ file: null, path: 'x' }).success).toBe(false);
    expect(wall['project.sample'].safeParse({ name: '../../secret' }).success).toBe(false);
    expect(wall['project.save'].safeParse({ document: 'd', project: { format: 1 }, as: false }).success).toBe(false);
    expect(wall['menu.set'].safeParse({ lines: [{ kind: 'role', label: 'x', role: 'reload' }] }).success).toBe(false);
    expect(wall['files.bytes'].safeParse({ files: [{ name: 'a', bytes: [1, 2] }] }).success).toBe(false);
    expect(wall['journal.append'].safeParse({ document: 'd', edits: [{ kind: 'shell', after: 'rm' }] }).success).toBe(false);
  });
});

describe('the language of the desktop', () => {
  it('is Chinese for every kind of Chinese, else English', () => {
    expect(['zh-CN', 'zh', 'ZH-Hant-TW', 'en-GB', 'fr', ''].map(languageOf)).toEqual(['zh', 'zh', 'zh', 'en', 'en', 'en']);
  });
});
