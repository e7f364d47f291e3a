import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/core/document/index.ts';
import { emptyStory, type Story, typed } from '../../src/core/story/index.ts';
import { matchPhotos } from '../../src/jobs/photos.ts';
import { example } from '../document/example.ts';

const story = (id: string, headline: string, body = '', kind: Story['kind'] = 'photo'): Story => ({
  ...emptyStory(id),
  kind,
  headline: typed(headline),
  body: [{ ...typed(body), type: 'paragraph' }],
});
const picture = (name: string, caption = ''): Picture => ({ ...(example().pictures.x1 as Picture), id: name, name, caption });

const stories = [
  story('a', '古镇灯会开幕', '正月十五，古镇的灯会在东门开幕，数千盏花灯沿河点亮。'),
  story('n', '春耕时节农机忙', '清晨六点。', 'article'),
  story('b', '冰上龙舟赛', '选手们在冰面上奋力划行。'),
];
const match = (...pictures: Picture[]): string[] =>
  matchPhotos(stories, pictures)
    .map((m) => `${m.story} ${m.picture} ${m.by}`)
    .sort();

describe('pictures go to stories', () => {
  test('by the headline in the file’s name, whole or in part, with marks and counters beside it', () => {
    expect(match(picture('冰上龙舟赛_2.JPG'), picture('（1）古镇灯会.jpg'))).toEqual([
      'a （1）古镇灯会.jpg headline',
      'b 冰上龙舟赛_2.JPG headline',
    ]);
  });

  test('an article takes only a picture whose name has its headline', () => {
    expect(match(picture('农机忙.jpg'))).toEqual(['n 农机忙.jpg headline']);
  });

  test('by number, counted among the photo stories', () => {
    expect(match(picture('photo-2.jpg'), picture('图1.png'))).toEqual(['a 图1.png number', 'b photo-2.jpg number']);
  });

  test('a camera’s counter and a date are no number', () => {
    expect(match(picture('DSC_0002.jpg'), picture('20260402.jpg'))).toEqual(['a 20260402.jpg order', 'b DSC_0002.jpg order']);
  });

  test('by the caption inside the file', () => {
    expect(match(picture('x.jpg', '选手在冰面上奋力划行'), picture('y.jpg', '古镇的灯会在东门开幕'))).toEqual([
      'a y.jpg caption',
      'b x.jpg caption',
    ]);
  });

  test('headline before number, number before caption, caption before order', () => {
    const all = match(picture('1.jpg', '选手们在冰面上奋力划行'), picture('2 古镇灯会开幕.jpg'));
    expect(all).toEqual(['a 2 古镇灯会开幕.jpg headline', 'b 1.jpg caption']);
  });

  test('else in order of name, 2 before 10, and what is left over stays', () => {
    expect(match(picture('s10.jpg'), picture('s3.jpg'), picture('s20.jpg'))).toEqual(['a s3.jpg order', 'b s10.jpg order']);
  });

  test('none where there is none', () => {
    expect(match()).toEqual([]);
    expect(matchPhotos([], [picture('1.jpg')])).toEqual([]);
  });
});
