import { describe, expect, it } from 'vitest';
import { type Picture, withPlacedPicture } from '../../src/core/document/index.ts';
import { emptyStory, type Story, typed } from '../../src/core/story/index.ts';

const picture: Picture = {
  id: 'p1',
  name: '渡口.jpg',
  sha256: '0'.repeat(64),
  format: 'jpeg',
  width: 3000,
  height: 2000,
  focus: { x: 0.5, y: 0.5 },
  caption: '清晨的城北渡口。',
  credit: '本报记者 沈知夏 摄',
};
const article: Story = { ...emptyStory('s1'), headline: typed('渡口'), body: [{ type: 'paragraph', ...typed('第一班船离岸。') }] };

describe('a placed picture', () => {
  it('brings its caption and credit to a place that has none', () => {
    expect(withPlacedPicture(article, 0, picture).pictures).toEqual([
      { picture: 'p1', caption: typed(picture.caption), credit: typed(picture.credit) },
    ]);
  });

  it('leaves words that stand there', () => {
    const told = { ...article, pictures: [{ picture: null, caption: typed('编辑写的图说。'), credit: null }] };
    expect(withPlacedPicture(told, 0, picture).pictures[0]).toMatchObject({
      picture: 'p1',
      caption: { text: '编辑写的图说。' },
      credit: { text: picture.credit },
    });
  });

  it('of a photo story fills the body and the credit, where they are empty', () => {
    const photo: Story = { ...emptyStory('s2'), kind: 'photo', headline: typed('渡口'), body: [] };
    const placed = withPlacedPicture(photo, 0, picture);
    expect(placed.body.map((b) => b.text)).toEqual([picture.caption]);
    expect(placed.credit?.text).toBe(picture.credit);
    expect(placed.pictures[0]).toEqual({ picture: 'p1', caption: null, credit: null });
    const written = { ...photo, body: article.body };
    expect(withPlacedPicture(written, 0, picture).body).toBe(article.body);
  });

  it('without words of its own changes none', () => {
    expect(withPlacedPicture(article, 0, { ...picture, caption: '', credit: '' }).pictures[0]).toEqual({
      picture: 'p1',
      caption: null,
      credit: null,
    });
  });
});
