/** Rule data of the copy checks: lists to be edited, not code. */

/** Doubled on purpose: 不了了之, 的的确确. */
export const mayDouble = [
  '一把把',
  '不了了之',
  '不了了',
  '了了分明',
  '小时了了',
  '的的确确',
  '是是非非',
  '甚了了',
  '终于了了',
  '事了了',
  '了了一',
  '了了心',
  '一对对',
  '双对对',
  '对对对',
  '是是是',
  '唯唯诺诺',
  '得得',
  'had had',
  'that that',
  'bye bye',
  'no no',
  'ha ha',
  'very very',
  'boda boda',
  'tuk tuk',
  'chop chop',
  'hush hush',
  'knock knock',
  'tut tut',
  'tsk tsk',
  'so so',
  'yo yo',
  'cha cha',
  'pom pom',
  'can can',
  'choo choo',
  'night night',
  'there there',
  'aye aye',
  'hear hear',
  'mahi mahi',
  'gado gado',
  'halo halo',
  'piri piri',
  'peri peri',
  'dik dik',
  'rah rah',
];
/** Single characters that are hardly ever doubled. */
export const notDoubled = '的了是在和与对从被把将而并及或也就都很最更之其于';
/** Words of two characters that nobody says twice; of other such words a verb may be (商量商量), a sound (吱呀吱呀), a measure (一级一级). */
export const neverTwice =
  '我们|他们|她们|你们|今天|昨天|昨日|近日|日前|目前|记者|同时|以及|通过|进行|由于|因为|所以|但是|已经|正在|群众|企业|发展|建设|全市|全县|全区|全省|本报|其中|根据|按照|为了|关于|工作|问题|市民|居民|学生|我們|他們|昨天|目前|記者|同時|透過|進行|因為|但是|已經|市民|學生|縣市';

/** Words that end in such a character, before which the same begins the next word: 目的的确, 植被被毁. Data: add what is missing. */
export const endsWith: Readonly<Record<string, readonly string[]>> = {
  的: ['目的', '打的', '标的', '標的', '中的'],
  了: ['为了', '為了', '除了'],
  是: ['实事求是', '實事求是', '国是', '國是'],
  在: ['现在', '現在', '存在', '所在', '实在', '實在', '内在', '內在', '潜在', '潛在', '外在', '自在'],
  和: ['共和', '总和', '總和', '缓和', '緩和', '饱和', '飽和', '温和', '溫和', '谐和', '调和', '調和'],
  与: ['参与', '赋予', '给与'],
  对: ['面对', '针对', '反对', '应对', '绝对', '核对', '相对', '派对', '一对'],
  从: ['自从', '服从', '随从', '侍从', '听从'],
  被: ['植被', '棉被', '毛被', '薄被', '厚被'],
  把: ['火把', '拖把', '草把'],
  将: ['大将', '老将', '小将', '名将', '上将', '中将', '少将', '女将', '强将', '主将', '麻将', '干将', '武将', '虎将', '即将', '必将'],
  而: ['然而', '反而', '从而', '进而', '因而', '时而'],
  并: ['合并', '兼并', '吞并', '火并'],
  及: ['以及', '普及', '涉及', '波及', '提及', '顾及', '危及', '埃及', '触及'],
  也: ['也门'],
  就: ['成就', '造就', '铸就', '成就', '迁就'],
  都: ['首都', '成都', '古都', '故都', '京都', '国都', '花都', '江都', '于都', '丰都', '新都', '武都', '望都', '昌都'],
  之: ['总之', '反之', '持之'],
  更: ['变更', '變更', '三更', '五更'],
  其: ['土耳其', '尤其', '极其', '與其', '与其'],
  于: ['由于', '关于', '终于', '对于', '位于', '属于', '等于', '基于'],
};

/** Words that begin with such a character, behind which the same ends another: 他的的士, 为了了解. */
export const beginsWith: Readonly<Record<string, readonly string[]>> = {
  的: ['的士', '的哥', '的姐', '的确', '的確', '的黎'],
  了: ['了解', '了结', '了結', '了却', '了卻', '了断', '了斷'],
  是: ['是否', '是非'],
  在: ['在建', '在线', '線上', '在校', '在职', '在職', '在岗', '在崗', '在读', '在场', '在野', '在编', '在册', '在押', '在逃'],
  和: ['和平', '和谐', '和諧', '和睦', '和解', '和谈', '和談', '和田', '和风', '和服', '和好'],
  与: ['与会', '与否'],
  对: ['对方', '对手', '对象', '对联', '对口', '对外', '对内', '对策', '对话', '对接', '对阵', '对赌', '对华', '对岸', '对立', '对虾'],
  从: ['从业', '从前', '从事', '从军', '从政', '从教', '从医', '从众', '从业', '从艺', '从简', '从严'],
  被: ['被告', '被害', '被动', '被子', '被褥', '被执行', '被征', '被保险', '被申'],
  把: ['把关', '把脉', '把手', '把握', '把戏', '把柄'],
  将: ['将军', '将来', '将士', '将领', '将帅'],
  而: ['而今', '而立'],
  并: ['并购', '并存', '并网', '并轨', '并列', '并肩', '并重', '并发'],
  及: ['及时', '及格', '及早'],
  也: ['也门'],
  就: ['就业', '就医', '就餐', '就近', '就诊', '就地', '就读', '就学', '就是', '就职', '就任', '就寝', '就座'],
  都: ['都市', '都江', '都督', '都匀', '都城', '都柏林'],
  最: ['最初', '最后', '最终', '最高', '最佳'],
  更: ['更衣', '更换', '更新', '更名', '更改', '更正', '更替', '更迭', '更生'],
  之: ['之间'],
  其: ['其格'],
  于: ['于是', '于家', '于某'],
};

/** What follows who speaks. */
export const speaks = '说說表介告指强強认認称稱坦';

/** Labels of parts that may share people or things: their sum says nothing about the whole. */
export const overlapping =
  /女|少数民族|少數民族|岁|歲|青年|老年|老人|学历|學歷|学生|研究生|本科|博士|硕士|贫困|低保|残疾|外籍|农村|农民|进城|重点|新增|首次|高级|退休|党员领导|代表|以(?:上|下)/u;

/** Titles before or behind a name. Longer first. */
export const titles =
  '党支部书记|党委书记|县委书记|市委书记|区委书记|总书记|书记|副书记|副市长|市长|副县长|县长|副区长|区长|副镇长|镇长|乡长|村主任|副主任|主任|副局长|局长|副处长|处长|科长|院长|校长|园长|厂长|总经理|董事长|经理|负责人|教授|医生|主席|会长|秘书长|理事长|队长|所长|站长|馆长|馆員|記者|記長|議員|市長|縣長|局長|處長|校長|院長|主任委員|理事長|里長|村長|隊長|所長|館長';

/** Marks that come in pairs, with the one that stands inside. */
export const pairs: readonly (readonly [open: string, close: string, inner: string])[] = [
  ['“', '”', '‘’'],
  ['‘', '’', '“”'],
  ['「', '」', '『』'],
  ['『', '』', '「」'],
  ['（', '）', '〔〕'],
  ['《', '》', '〈〉'],
  ['【', '】', ''],
  ['〔', '〕', ''],
  ['(', ')', '[]'],
];

export const weekdays = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
