/** Who signed what: by-lines and picture credits, read token by token (a chain of optional groups would backtrack for ever). */
import { attends, bareNote, briefLabel, columnName, labels, labelsLatin, noticeLabel, sourceLine, whoIsWho } from './lexicon/lines.ts';
import {
  bureau,
  byLine,
  capitalCredit,
  deeds,
  doubleSurnames,
  eachBy,
  expert,
  longNameLatin,
  nameAndPost,
  namedPost,
  nameOnly,
  nameOnlyLatin,
  nameStrokeHouse,
  nameStrokePost,
  nameThenPost,
  photoBy,
  photoFor,
  phrasal,
  pictureDeeds,
  pictureHeads,
  prefixes,
  pupil,
  roles,
  staffTitle,
  staffTitleCased,
  stock,
  surnames,
  weakPictureDeeds,
} from './lexicon/people.ts';

const role = new RegExp(
  `(?<=\\p{Script=Han})[/／](?:文|图|圖|摄影|摄|攝影|攝)(?=[ \\u3000]|$)|(?:(?:${prefixes})[ \\u3000]?)*(?:${roles})[ \\u3000]*[:：/／|｜]?|[ \\u3000/／]*(?:${deeds})[ \\u3000]*$|(?<=[ \\u3000])(?:${deeds})(?=[ \\u3000])`,
  'gu',
);
const house = new RegExp(`^(?:${prefixes})`, 'u');
const between = /[ \u3000、,，/／|｜&;；]+/u;

const SINGLES = /(?<=^|[ \u3000、,，/／])\p{Script=Han}(?:[ \u3000]{1,2}\p{Script=Han})+(?=$|[ \u3000、,，/／])/gu;

/** 段 大 川, 宁 平 李 刚: names set wide, with the white inside them taken out. A run of an even number of characters is names of two. */
export const setClose = (text: string): string =>
  text.replace(SINGLES, (run) => {
    const all = run.split(/[ \u3000]+/u);
    if (all.length <= 3) return all.join('');
    const step = all.length % 2 === 0 ? 2 : 3;
    return all.reduce((out, c, i) => out + (i > 0 && i % step === 0 ? ' ' : '') + c, '');
  });

/** How surely a list of tokens is names: 1 with known surnames, lower for what only has the form, 0 for what has not. */
export function namesIn(text: string): number {
  const joined = setClose(text.trim()).replace(/^(\p{Script=Han})[ \u3000](\p{Script=Han}{2})$/u, (all, a: string, b: string) =>
    surnames.has(a) ? a + b : all,
  );
  const tokens = joined.split(between).filter(Boolean);
  if (tokens.length === 0 || tokens.length > 9) return 0;
  let sum = 0;
  for (const [i, token] of tokens.entries()) {
    const pair = token.length === 1 && (tokens[i + 1]?.length === 1 || tokens[i - 1]?.length === 1);
    const score = pair ? 0.9 : nameScore(token);
    if (score === 0) return 0;
    sum += score;
  }
  return sum / tokens.length;
}

/** A name of two or three characters, or of four with a surname of two. */
const isName = (name: string): boolean =>
  doubleSurnames.test(name)
    ? name.length >= 3 && name.length <= 4
    : name.length >= 2 && name.length <= 3 && surnames.has(name[0] as string);

/** 明年首季揭盅: what says when is no list of names. */
const WHEN = /[年月季周週]/u;

/** 贾永生张福明: names that the way here took the spaces from, each with a known surname; null where it is none. */
function namesApart(token: string): string[] | null {
  if (token === '') return [];
  for (const n of [3, 2, 4]) {
    const name = token.slice(0, n);
    if (name.length < n || !isName(name)) continue;
    const rest = namesApart(token.slice(n));
    if (rest) return [name, ...rest];
  }
  return null;
}

/** The longest list of names without spaces between. */
const LIST = 14;

function nameScore(token: string): number {
  if (doubleSurnames.test(token) && token.length >= 3 && token.length <= 4) return 1;
  if (/^[\p{Script=Han}]{2,3}$/u.test(token))
    return surnames.has(token[0] as string) ? 1 : /[你我他她们的了吗呢问說说]/u.test(token) ? 0 : 0.5;
  if (/^[\p{Script=Han}]{4}$/u.test(token)) return surnames.has(token[0] as string) ? 0.7 : 0.4;
  if (/^\p{Script=Han}{5,}$/u.test(token) && token.length <= LIST && !WHEN.test(token) && namesApart(token)) return 0.85;
  if (/^[\p{Script=Han}]{5,8}$/u.test(token)) return phrasal.test(token) ? 0 : 0.35;
  if (/^\p{Script=Han}{1,7}[·•・]\p{Script=Han}{1,7}$/u.test(token)) return 1;
  if (/^[A-Z][\w.'’-]*$/u.test(token)) return 0.6;
  return 0;
}

/** Without brackets around all of it. */
export const unbox = (text: string): string => text.replace(/^[（(【〔［[]([^（）()【】〔〕]*)[）)】〕］\]]$/u, '$1').trim();

/** 中共楚陵市委党校课题组: who wrote, without a name. */
const team = /^\p{Script=Han}{4,20}(?:课题组|調研組|调研组|编写组|写作组|課題組)$/u;

/** 通讯员 戚文, 记者 文 莉: part of a name, and not what somebody did; for the score it stands as another name's character. */
const nameNotDeed = (text: string): string =>
  text
    .replace(/(?<=[ \u3000])(\p{Script=Han})文$/u, (all, a: string) => (surnames.has(a) ? `${a}雯` : all))
    .replace(/(?<=[ \u3000])文[ \u3000]{1,2}(?![图圖摄攝])(\p{Script=Han})$/u, '闻$1');

/** How surely the whole text is a by-line: 0…1. */
export function bylineScore(raw: string): number {
  // ／長野縣報導: where it was written says nothing of who did.
  const text = nameNotDeed(unbox(raw.replace(/[（(](?:文[、／/]?[图圖]|[图圖][、／/]?文)[）)]$/u, '')).trim()).replace(
    /[／/]\p{Script=Han}{2,6}(報導|報道|报道)$/u,
    '$1',
  );
  if (text.length < 2 || text.length > 70) return 0;
  if (byLine.test(text)) return /^(?:by|BY|By) /u.test(text) ? 1 : 0.8;
  if (namedPost.test(text) || eachBy.test(text) || bureau.test(text)) return 0.8;
  if (nameStrokeHouse.test(text)) return 0.7;
  if (sourceLine.test(text)) return 0.7;
  if (staffTitle.test(text) || staffTitleCased.test(text)) return 0.7;
  // 新华社“新华视点”记者: the column is named in its post.
  const plain = text.replace(/^(新华社|新華社|本报|本報)“\p{Script=Han}{2,8}”(?=记者|記者)/u, '$1');
  if (plain !== text) return bylineScore(plain);
  if (/[。！？；!?“”《》]/u.test(text) || !/\p{Script=Han}/u.test(text)) return 0;
  // 口述历史: a column's name with a role in it.
  if (/^\p{Script=Han}{2,4}$/u.test(text) && labels.test(text)) return 0;
  const posted = nameAndPost.exec(text);
  if (posted) return 0.3 + namesIn(posted[1] as string) * 0.45;
  if (team.test(text)) return 0.85;
  const stroke = nameStrokePost.exec(text);
  if (stroke) return 0.3 + namesIn(stroke[1] as string) * 0.5;
  const found = [...text.matchAll(role)];
  if (found.length === 0) return expertScore(text);
  let at = 0;
  let score = 0;
  let parts = 0;
  for (const m of [...found, null]) {
    const part = text.slice(at, m ? m.index : text.length).trim();
    if (part !== '') {
      const names = namesIn(part.replace(/[）)]$/u, '').replace(/[（(]/u, ' '));
      if (names === 0) return 0;
      score += names;
      parts++;
    }
    if (m) at = m.index + m[0].length;
  }
  const ours = house.test(text);
  if (parts === 0) return ours && /(?:评论员|評論員|编辑部|編輯部|评论部|记者|記者)$/u.test(text) ? 0.8 : 0;
  const first = found[0] as RegExpExecArray;
  const mean = score / parts;
  if (ours) return Math.min(1, 0.75 + mean / 4);
  // 出动百余记者 上街…: nothing parts what stands before the role from it.
  if (
    first.index > 0 &&
    /\p{Script=Han}$/u.test(text.slice(0, first.index)) &&
    namesIn(text.slice(0, first.index)) < 0.7 &&
    !first[0].startsWith('/')
  )
    return 0;
  // 新闻摄影比赛: without a space or a stroke, what stands around the role must be surely names.
  if (first.index > 0 && mean < 0.7 && !/[ \u3000/／:：、]/u.test(text)) return 0;
  return first.index === 0 ? Math.min(1, 0.45 + mean / 2) : 0.2 + mean * 0.7;
}

/** 呼吸内科副主任医师 连翘: someone who is no journalist signs with the post. */
function expertScore(text: string): number {
  const m = expert.exec(text) ?? pupil.exec(text) ?? nameThenPost.exec(text);
  return m ? 0.3 + namesIn((m[1] ?? m[2]) as string) * 0.45 : 0;
}

/** How surely a bare name signs: for a line between a headline and its text. */
export function nameOnlyScore(raw: string): number {
  const text = unbox(raw);
  if (attends.test(text) || labels.test(text) || noticeLabel.test(text) || bareNote.test(text) || columnName.test(text)) return 0;
  if (nameOnlyLatin.test(text)) return labelsLatin.test(text) || briefLabel.test(text) ? 0 : 0.75;
  if (longNameLatin.test(text)) return labelsLatin.test(text) || briefLabel.test(text) ? 0 : 0.5;
  if (nameOnly.test(text)) return namesIn(text) >= 0.7 ? 0.9 : phrasal.test(text) ? 0 : 0.4;
  if (/^\p{Script=Han}{5,9}$/u.test(text) && !phrasal.test(text) && !WHEN.test(text) && namesApart(text)) return 0.6;
  // 杜海涛 宁 平: several names, those of two characters set wide.
  const names = setClose(text);
  if (/^\p{Script=Han}{2,3}(?:[ \u3000、]+\p{Script=Han}{2,3}){1,3}$/u.test(names))
    return namesIn(names) === 1 ? (names === text ? 0.6 : 0.8) : 0;
  return 0;
}

const place =
  /(?:省|市|邨|屯|嶺|岭|台|臺|角|围|圍|区|區|县|縣|镇|鎮|乡|鄉|村|街道|社区|路|街|里|局|院|校|厂|廠|公司|大学|大學|中学|中學|小学|小區|小区|旗|州|盟|苑|队|站|中心|集团|集團|所|馆|館|委|科|班|连|連|营|團|旅|室|组|組|车间|哨所|检查站|支行|分行|项目部|供电所|协会|協會|[一二三四五六七八九十]小|[一二三四五六七八九十]中|支队|大队|医院|醫院|基金会)$/u;
/** The name of a place or a body, and nothing else. */
export const isPlace = (text: string): boolean => text.length <= 10 && place.test(text);
const anonymous = /(?:读者|讀者|市民|居民|网友|網友|家长|家長|村民|业主|業主|学生|學生|职工|教师|教師|志愿者)$/u;
/** 江东二中八一届学生: a class signs. */
const classOf = /^\p{Script=Han}{4,14}[届級级屆](?:学生|學生|校友|毕业生|畢業生|同学|同學)$/u;
/** （禾田）: a pen name in brackets, alone under the text. */
const penName = /^[（(](?!.*[完续續选選图圖讯訊文节節略笑注按未掌])\p{Script=Han}{2,3}[）)]$/u;
const letterLatin = /^(?:[—–-]+ ?)?(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}){1,2}$/u;

/** How surely a line signs a letter: where the writer lives, and a name or what stands for one. */
export function signatureScore(raw: string): number {
  const text = unbox(raw);
  if (penName.test(raw)) return 0.7;
  if (letterLatin.test(text) || classOf.test(text)) return 0.8;
  const boxed = /^(\p{Script=Han}{2,4})[（(]([^（）()]{2,20})[）)]$/u.exec(text);
  if (boxed) return namesIn(boxed[1] as string) === 1 && !whoIsWho.test(text) ? 0.8 : 0;
  // A two-character name set wide is one token.
  const tokens = setClose(text)
    .replace(/\b(Mr|Mrs|Ms|Miss|Dr)\.? (?=\p{Lu})/u, '$1.')
    .split(/[ \u3000]+/u);
  if (isOffice(tokens)) return 0.9;
  if (served(text)) return 0.8;
  const name = (tokens[tokens.length - 1] as string).replace(/[／/]\p{Script=Han}{2,6}$/u, '');
  if (tokens.length < 2 || tokens.length > 3 || text.length > 20 || !tokens.slice(0, -1).every((t) => place.test(t) || anonymous.test(t)))
    return 0;
  return anonymous.test(name) || addressed.test(name) || (name.length <= 3 && namesIn(name) === 1) ? 0.9 : 0;
}

/** 余太, 李生, 周先生, Ms Poon: who writes to the paper without a whole name. */
const addressed =
  /^(?:\p{Script=Han}(?:太|生|姑娘|伯|叔|婆|姨|嫂|小姐|先生|女士|太太|師奶|老師|老师|同學|同学)|(?:Mr|Mrs|Ms|Miss|Dr)\.? ?\p{Lu}[\p{L}’'-]+)$/u;

/** 心脏外科匡志远, 患者家属田维民: where somebody serves, or what somebody is, run into the name. */
function served(text: string): boolean {
  const m =
    /^\p{Script=Han}{1,8}(?:科|科室|门诊|病区|中心|药房|车间|班组|编辑部)[ \u3000]*(\p{Script=Han}{2,3})$/u.exec(text) ??
    /^\p{Script=Han}{0,4}(?:患者|家属|家屬|志愿者|居民|村民|业主|職工|职工|学生|家长|家長|校友|旅客|乘客|读者|讀者|校长|老师)[ \u3000]*(\p{Script=Han}{2,3})$/u.exec(
      text,
    );
  return m !== null && namesIn(m[1] as string) === 1;
}

const office =
  /(?:[组织宣传统战]部|党委|党组|党支部|党工委|党校|[委处科室厅办署]|办公室|法院|检察院|[局院校社]|学会|研究会|研究所|中心|大学|公司|政府)$/u;

/** 某旗委组织部 乔治 白亚星: an office, and those in it who wrote. */
const isOffice = ([first = '', ...names]: readonly string[]): boolean =>
  first.length >= 6 &&
  first.length <= 24 &&
  office.test(first) &&
  names.length >= 1 &&
  names.length <= 4 &&
  names.every((n) => /^\p{Script=Han}{2,4}$/u.test(n) && namesIn(n) === 1);

const madeAtEnd = new RegExp(
  `^(.*?)[ \\u3000]*[/／]?[ \\u3000]*(${pictureDeeds}|${weakPictureDeeds})(?:[ \\u3000]*[/／（(][ \\u3000]*[\\p{Script=Han}\\w ]{2,12}[）)]?)?$`,
  'u',
);
const madeFirst = new RegExp(`^(?:${pictureHeads})[ \\u3000]*[:：/／|｜][ \\u3000]*(.{2,24})$`, 'u');
/** 特约摄影 尹 川: who took it, behind the post. */
const madeBy = /^(?:特约|本报|见习|首席|特約|本報)(?:摄影|攝影)(?:记者|師|师|記者)?[ \u3000]+(.{2,12})$/u;
const weak = new RegExp(`^(?:${weakPictureDeeds})$`, 'u');
const who = new RegExp(
  `^(?:(?:${prefixes}|记者|記者|通讯员|通訊員|特派员|特派員|实习生|\\p{Script=Han}{0,4}记者团|市民|村民|居民|读者|讀者|网友|網友|爱好者|特约|摄影|攝影|图片由|圖片由|照片由|由)[ \\u3000]*[:：/／]?)+`,
  'u',
);

/** How surely the whole text is a picture credit: 0…1. */
export function creditScore(raw: string): number {
  const text = unbox(raw.replace(/[。.]$/u, '').replace(/^[—–-]+ /u, ''));
  if (text.length < 2 || text.length > 60) return 0;
  if (!/\p{Script=Han}/u.test(text) && /^(?:story|words|text|by)\b/iu.test(text)) return 0;
  if (eachBy.test(text)) return 0;
  if (photoFor.test(text) || capitalCredit.test(text)) return 0.6;
  // last week Photograph: …: the sentence before it is none of it.
  if (/^(?!photo|picture|image|illustration|graphic|courtesy|credit|file|staff|hand|contributed|submitted|provided)\p{Ll}/u.test(text))
    return 0;
  if (!/\p{Script=Han}/u.test(text))
    return photoBy.test(text) ? (/photo|courtesy|credit|^(?:picture|image|illustration|graphic)s?(?: by|:)/iu.test(text) ? 0.95 : 0.6) : 0;
  if (/[。！？；!?“”《》]/u.test(text)) return 0;
  if (stock.test(text)) return 0.9;
  // 本報攝影組 攝, 網上圖片: nobody by name.
  if (/^(?:本报|本報)?(?:摄影组|攝影組|摄影部|攝影部|美术组|美術組)[ \u3000]*(?:摄|攝|图|圖|制图|製圖)?$/u.test(text)) return 0.9;
  if (/^(?:网上|網上|网络|網絡|網路|大会|大會|受访者|受訪者|读者|讀者|警方|校方|院方)(?:图片|圖片|照片)$/u.test(text)) return 0.9;
  // 制图 高阳, 作者：卢放: the deed first, with white behind it.
  const drawn =
    /^(?:制图|製圖|绘图|繪圖|插图|插圖|漫画|漫畫|作者|摄影|攝影)[ \u3000:：/／]+(\p{Script=Han}[\p{Script=Han} \u3000]{1,5})$/u.exec(text);
  if (drawn) return 0.3 + namesIn(drawn[1] as string) * 0.5;
  const head = madeFirst.exec(text);
  if (head && /(?:提供|供图|供圖)$/u.test(text)) return 0.9;
  if (head) return namesIn((head[1] as string).replace(who, '').replace(new RegExp(`(?:${pictureDeeds})$`, 'u'), '')) > 0 ? 0.85 : 0.4;
  const first = madeBy.exec(text);
  if (first) return 0.35 + namesIn(first[1] as string) * 0.5;
  // 摄于人民桥: where it was taken.
  const m = madeAtEnd.exec(text.replace(/(?<=[摄攝])[于於]\p{Script=Han}{2,8}$/u, ''));
  if (!m) return 0;
  const person = (m[1] as string).trim();
  const bare = person.replace(who, '').trim();
  const deed = m[2] as string;
  if (/^(?:供图|供圖|提供)$/u.test(deed) && bare.length >= 2 && bare.length <= 18 && !/[，,]/u.test(bare)) return 0.9;
  const names = bare === '' ? (person === '' ? 0 : 0.5) : namesIn(bare);
  if (names === 0) return 0;
  if (weak.test(deed)) return names === 1 || bare !== person ? names * 0.7 : 0;
  return bare !== person ? 0.95 : 0.4 + names * 0.5;
}

/**
 * Where a credit begins at the end of a text, or -1: in brackets, after the last full stop, after a wide space, at a role.
 * `from` is the credit's own start (inside its brackets), `cut` where the text before it ends.
 */
export function creditAtEnd(text: string): { from: number; to: number; cut: number; score: number } | null {
  const tail = Math.max(0, text.length - 64);
  const boxed = /[（(【〔]([^（）()【】〔〕]{2,56})[）)】〕][。.]?$/u.exec(text.slice(tail));
  if (boxed) {
    const score = creditScore(boxed[1] as string);
    const from = tail + boxed.index + 1;
    // 新华社发（帕帕多斯摄）: the agency before the bracket is part of it.
    const agency = /(?<=^|[。！？”）\s])(?:新华社|新華社|中新社|法新社|美联社|路透社)(?:发|發|供图)?$/u.exec(
      text.slice(0, tail + boxed.index),
    );
    if (agency && score > 0.5) return { from: agency.index, to: text.replace(/[。.]$/u, '').length, cut: agency.index, score };
    // 吴德军摄（中经视觉）: the agency in brackets is part of who made it.
    const whole =
      stock.test(boxed[1] as string) || !/(?:记者|記者|摄|攝)/u.test(boxed[1] as string) ? creditWith(text, tail + boxed.index) : null;
    if (whole) return whole;
    if (score > 0.5) return { from, to: from + (boxed[1] as string).length, cut: from - 1, score };
  }
  let best: { from: number; to: number; cut: number; score: number } | null = null;
  for (const m of text
    .slice(tail)
    .matchAll(
      /[。！？”）)…!?.](?=[^。！？”）)…])|[ \u3000]+(?=[^ \u3000])|(?=(?:本报|本報|新华社|新華社)?(?:记者|記者|通讯员|通訊員))/gu,
    )) {
    const from = tail + m.index + m[0].length;
    const start = from + (/^[ \u3000]*/u.exec(text.slice(from))?.[0].length ?? 0);
    if (text.length - start < 2 || start === 0) continue;
    const base = creditScore(text.slice(start));
    const stop = /[。！？”）)…!?.]/u.test(m[0]) || /[。！？”）)…!?.][ \u3000]*$/u.test(text.slice(0, start));
    // Jakub Rell/EastPix, OLIVER STREET FOR THE COURANT: no sentence ends so, though none has a stop before it.
    const own = stop || (!/[:：]\s*$/u.test(text.slice(0, start)) && ownForm.test(text.slice(start)));
    const score = base === 0 ? 0 : base + (own ? 0.05 : -0.15) + (text.length - start) / 1000;
    if (score > 0.5 && score > (best?.score ?? 0)) best = { from: start, to: text.length, cut: start, score };
  }
  return best ?? capitalsAtEnd(text) ?? wroteAndTook(text);
}

const ownForm = /^\p{Lu}[\p{L}.’'-]+ [\p{L}.’'-]+(?: ?\/ ?\p{Lu}[\p{L} ]+| FOR THE \p{Lu}[\p{Lu} ]+)$/u;

/** K. SUBRAMANYA, ASSOCIATED PRESS: a name in capitals behind the last full stop. */
function capitalsAtEnd(text: string): { from: number; to: number; cut: number; score: number } | null {
  const found = behindStop(text, capitalsEnd, 0.6);
  return found && (/\p{Ll}/u.test(text.slice(found.from)) || text.slice(found.from).replace(/[^\p{Lu}]/gu, '').length >= 6) ? found : null;
}

const capitalsEnd =
  /[.?!]["”’')]?\s+(?:[—–|-]\s*)?(\p{Lu}[\p{Lu}.’'-]*(?:,? (?:[•|] )?\p{Lu}[\p{Lu}.’'-]+){1,5}(?: \p{Lu}\p{Ll}+ (?:Pictures|Photos|Images))?|\p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\p{Ll}[\p{L}’'-]+, \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|Submitted|Contributed|Handout|(?:Obtained by|Courtesy of|Contributed by|Submitted by|Provided by) [\p{L} .’'-]{4,30})$/u;

/** What the pattern's group holds at the end of a Latin text; the pattern begins with the last full stop, which stays. */
function behindStop(text: string, pattern: RegExp, score: number): { from: number; to: number; cut: number; score: number } | null {
  const m = pattern.exec(text.slice(-70));
  if (!m) return null;
  const stop = /^[.?!]["”’')]?/u.exec(m[0])?.[0].length ?? 0;
  return { from: text.length - (m[1] as string).length, to: text.length, cut: text.length - m[0].length + stop, score };
}

/** 12月13日，…乘车。 吕思源 文/图: under a picture with its day, who wrote also took it. */
function wroteAndTook(text: string): { from: number; to: number; cut: number; score: number } | null {
  const m = /^(?:\d{1,2}月)?\d{1,2}日，.*[。！”][ \u3000]*([^。！？，]{2,24}(?:文[/／、]图|圖[/／]文|文[/／]圖|图[/／]文))$/su.exec(text);
  if (!m || text.length > 160 || bylineScore(m[1] as string) < 0.7) return null;
  const from = text.length - (m[1] as string).length;
  return { from, to: text.length, cut: from, score: 0.9 };
}

/** A credit before what stands in brackets at the end, `at` of the text: both are one. Null where there is none. */
function creditWith(text: string, at: number): { from: number; to: number; cut: number; score: number } | null {
  const named = creditAtEnd(text.slice(0, at).trimEnd());
  return named && named.to === text.slice(0, at).trimEnd().length ? { ...named, to: text.length } : null;
}

/** A by-line in brackets at the end of a text, or after its last full stop. */
export function bylineAtEnd(text: string): { from: number; to: number; cut: number; score: number } | null {
  const tail = Math.max(0, text.length - 64);
  const boxed = /[（(【〔]([^（）()【】〔〕]{2,50})[）)】〕][。.]?$/u.exec(text.slice(tail));
  if (boxed) {
    const inner = boxed[1] as string;
    const signed = Math.max(bylineScore(inner), signatureScore(inner));
    const wide = /^\p{Script=Han}[ \u3000]{1,2}\p{Script=Han}$/u.test(inner);
    const pen = penName.test(boxed[0]) && /[。！？”]$/u.test(text.slice(0, tail + boxed.index)) ? 0.6 : 0;
    const behind = signsBehind(inner, text.slice(0, tail + boxed.index)) ? 0.6 : 0;
    const score = signed > 0 ? signed : namesIn(inner) === 1 || wide ? 0.75 : Math.max(pen, behind);
    const from = tail + boxed.index + 1;
    if (score > 0.5) return { from, to: from + inner.length, cut: from - 1, score };
  }
  const bare = /[。！？”][ \u3000]*((?:本报|本報|新华社|通讯员|記者|记者|□|■)[^。！？，]{2,40})$/u.exec(text.slice(tail));
  if (bare && !boxed) {
    const score = bylineScore((bare[1] as string).replace(/^[□■]\s*/u, ''));
    const from = text.length - (bare[1] as string).length;
    if (score > 0.7) return { from, to: text.length, cut: from, score };
  }
  return houseAtEnd(text);
}

/**
 * （市家电协会）, （屯门 Kelvin Yau）, （通讯员 戚文）: whatever stands in brackets behind a text's last full stop and is no remark
 * says who sent it.
 */
const signsBehind = (inner: string, before: string): boolean =>
  /[。！？”」…]$/u.test(before) &&
  inner.length <= 18 &&
  /^[\p{Script=Han}\p{L}·• \u3000/／、.]+$/u.test(inner) &&
  /\p{Script=Han}/u.test(inner) &&
  (/[ \u3000/／·]/u.test(inner) || office.test(inner) || sender.test(inner)) &&
  !remark.test(inner);

const sender =
  /(?:协会|協會|委员会|委員會|办|辦|站|队|隊|集团|集團|医院|醫院|银行|銀行|学会|工会|妇联|团委|總會|总会|[市县区縣區]民|读者|讀者|网友|網友|来信|供稿|[太姐叔伯婆嫂姨]|先生|小姐|女士)$/u;
const remark =
  /^(?:完|续|續|未完|待续|待續|上|中|下|全文|有删|本文|本版|本报有删|注|註|附|见|見|据|據|图|圖|上图|下图|左图|右图|如图|单位|單位|摘自|选自|原载|节选|节录|[一二三四五六七八九十]+$)|(?:笑|掌声|掌聲|鼓掌|略|待续|待續|化名|同上|除外|为准|為準|有误|续)$/u;

const agencies = '(?:AFP|AP|AAP|ANI|IANS|PTI|UPI|PA|APP|EPA|DPA|Reuters|Xinhua|Bernama|Bloomberg|Agencies|Staff|(?:The )?Canadian Press)';
const houseEnd = new RegExp(`[.?!]["”’')]?\\s+(?:[—–-]\\s*)?(${agencies}(?:[,/]? (?:\\p{Lu}\\p{L}+|staff))?)$`, 'u');
const dashEnd = /[.?!]["”’')]?\s+[—–]\s*(\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*)){0,3})$/u;

/** AFP, — Staff, Reuters Copenhagen: behind the last full stop of an English text. */
const houseAtEnd = (text: string): { from: number; to: number; cut: number; score: number } | null =>
  behindStop(text, houseEnd, 0.75) ?? behindStop(text, dashEnd, 0.75);
