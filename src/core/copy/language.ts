/** Which language a text is in: Simplified or Traditional Chinese, or English. */
import type { Language } from '../story/index.ts';
import { isHan } from './lines.ts';

const simplified = new Set(
  '这个为国们来时会说对过还发经济产业进现实体动与让从见车长门问间开关党务区医书记员该给将战场华东乡农业边处数应机场头云亿万报术极条权许设认议论证识读课调资质费贵贺购达运连远适选边铁钱错银镇阳阶际陆陈难页项须顾预领题风飞馆驻验鱼鲁鸟黄龙',
);
const traditional = new Set(
  '這個為國們來時會說對過還發經濟產業進現實體動與讓從見車長門問間開關黨務區醫書記員該給將戰場華東鄉農業邊處數應機場頭雲億萬報術極條權許設認議論證識讀課調資質費貴賀購達運連遠適選邊鐵錢錯銀鎮陽階際陸陳難頁項須顧預領題風飛館駐驗魚魯鳥黃龍',
);

/** English where Latin letters outweigh Han two to one (a Han character says as much as two letters); Chinese otherwise. */
export function languageOf(text: string): Language {
  let han = 0;
  let latin = 0;
  let hans = 0;
  let hant = 0;
  const n = Math.min(text.length, 20000);
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    if (isHan(c)) {
      han++;
      if (simplified.has(text[i] as string)) hans++;
      if (traditional.has(text[i] as string)) hant++;
    } else if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) latin++;
  }
  if (latin > han * 2) return 'en';
  return hant > hans ? 'zh-Hant' : 'zh-Hans';
}
