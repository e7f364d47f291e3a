import { describe, expect, it } from 'vitest';
import { composePage, copyfitOf } from '../../src/core/compose/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

const TEXT =
  '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄清理旧网箱，补种芦苇和菖蒲。'.repeat(4);

describe('the copyfit meter', () => {
  it('says how much is over and where the text is cut, as the Scene does', () => {
    const s = story('s1', '渡口', [TEXT]);
    const { project, page } = projectOf([s], [frame('h', 'a-s1', head, 0, 0, 3, 6), frame('b', 'a-s1', body(), 0, 6, 3, 4)]);
    const fit = copyfitOf(project, page, 'a-s1', faces);
    const over = composePage(project, page, faces).overset[0];
    expect(fit).toMatchObject({ overCharacters: over?.characters, overLines: over?.lines, spareLines: 0, cut: over?.cut });
  });

  it('says how many lines and characters are wanting', () => {
    const s = story('s1', '渡口', [TEXT]);
    const { project, page } = projectOf([s], [frame('b', 'a-s1', body(), 0, 0, 3, 20)]);
    const fit = copyfitOf(project, page, 'a-s1', faces);
    const part = composePage(project, page, faces).parts.find((p) => p.frame === 'b');
    expect(fit?.spareLines).toBe((part?.slots ?? 0) - (part?.used ?? 0));
    expect(fit?.spareCharacters).toBe((fit?.spareLines ?? 0) * 13);
    expect(fit?.cut).toBeNull();
  });

  it('a smaller headline gives lines to the body, a larger one takes them', () => {
    const s = story('s1', '一条灰河养回碧水', [TEXT]);
    const { project, page } = projectOf([s], [frame('h', 'a-s1', head, 0, 0, 3, 6), frame('b', 'a-s1', body(), 0, 6, 3, 4)]);
    const big = { ...page, articles: page.articles.map((a) => ({ ...a, overrides: { headline: { sizePt: 36 } } })) };
    const levers = new Map(copyfitOf(project, big, 'a-s1', faces)?.levers.map((l) => [l.lever, l.lines]));
    expect(levers.get('headline-down') ?? -1).toBeGreaterThanOrEqual(0);
    expect(levers.get('headline-up') ?? 1).toBeLessThanOrEqual(0);
    expect(levers.get('fewer-legs')).not.toBe(0);
  });

  it('knows nothing of an article that is not there', () => {
    const { project, page } = projectOf([story('s1', '渡口', [TEXT])], []);
    expect(copyfitOf(project, page, 'nobody', faces)).toBeNull();
  });
});
