/** How lines of a page give themselves away: date lines, labels, furniture, jumps. Guide §2.1, §5.2. */

/** Dateline at a paragraph's start (电头, 消息头). */
export const dateline =
  /^[（(【〔［[](?:\p{Script=Han}{2,6}\d{1,2}日[訊讯電电]|(?:本[報报]|\p{Script=Han}{2,4}[日晚時时][報报])(?:综合|綜合)?(?:消息|特稿|專訊|专讯|综合报道|報道|报道))[）)】〕］\]]|^(?:【|〔|\[|（|\()?(?:据|據)?(?:本报讯|本報訊|本网讯|本報[\p{Script=Han}\d]{1,14}[电電讯訊]|本报(?:[\p{Script=Han}\d、]{1,16})[电讯]|(?:新华社|新華社|中新社|中新网|中央社|人民网|新华网|央视|法新社|路透社|美聯社|美联社)(?:[\p{Script=Han}\d、，,/]{0,20}?)[电電讯訊]|(?:晚报|快报|早报|商报|晨报|都市报|日报|晚報|日報)[讯訊](?=[ \u3000（(])|[特专專][訊讯][】〕\]]|[\p{Script=Han}]{2,4}(?:日报|晚报|晨报)(?:讯|\p{Script=Han}{2,8}\d{1,2}月\d{1,2}日[电讯])|综合消息|综合\p{Script=Han}{2,12}[电讯]|\p{Script=Han}{2,8}[讯訊][ \u3000]*[（(]|讯\s|讯（|訊 )/u;
/** （上接第一版） before the text: the rest of a story begins. */
export const goesOnHere = /^[（(](?:上接|紧接|緊接)第?[\p{Script=Han}\dA-D]{1,4}[版頁页][）)](?=\S)/u;
export const agencyPlace =
  /^(?:（|\()?(?:中央社|新华社|新華社)?(?:记者|記者)\p{Script=Han}{2,4}\p{Script=Han}{2,6}(?:\d{1,2}日)?(?:电|電|專電)/u;
/** BEIJING — , SPRINGFIELD, Ill. (AP) — */
export const datelineLatin = /^[\p{Lu}][\p{Lu} .'’-]{2,}(?:, [\p{L}. ]{2,20})?(?: ?\((?:AP|AFP|Reuters|Xinhua|UPI)\))? ?(?:—|–|--|-) ?/u;

/** 〔記者王小明／台北報導〕 run in before the text. */
export const runInByline =
  /^[〔【](?:\p{Script=Han}{2,4}[、 ]?){1,4}[／/]\p{Script=Han}{2,8}(?:報導|报道|報道)[〕】](?=\S)|^(?:〔|【|［|\[|（|\()((?:本報|本报)?(?:特派|見習|实习|實習|特約|駐\p{Script=Han}{1,4})?(?:特派員|特派员|記者|记者|編譯|编译|通訊員|实习生)[^〕】］\])）]{2,30}?(?:報導|报道|報道|专访|專訪|特稿|外電|外电|\d{1,2}日[電电]))(?:〕|】|］|\]|）|\))/u;

/** （下转第三版） （上接第1版）, and the English ones. */
export const jump =
  /(?:[（(](?:相關|相关)(?:新聞|新闻|報導|报道|報道|社論|评论)?(?:見|见|刊於|刊于|刊|詳見)?[A-D]?\d{1,2}[版頁页]?[）)]|^(?:相关|相關)?(?:新闻|新聞|报道|報道|報導|稿件|文章)?(?:见|見|刊|刊于|详见|詳見)(?:今日)?第?[A-D\d一二三四五六七八九十]{1,3}[版页頁]$|[（(【]\p{Script=Han}{0,4}(?:下转|下轉|上接|紧接|緊接|详见|詳見|(?:相关|相關)(?:社評|社论|社論|评论|評論|新闻|新聞|报道|報道|報導|稿件|文章)?(?:见|見|刊于?|刊於)|转|轉|接)(?:第)?[\p{Script=Han}A-Z\d]{1,5}(?:[、，,—至-][A-Z\d]{1,4}){0,3}[版页頁][^（()）]{0,10}[）)】]|(?:下转|下轉|上接|紧接|緊接)第?[\p{Script=Han}A-Z\d]{1,4}[版页頁]|[（(▶►]?(?:continued (?:on|from) (?:page )?[A-Z]?-?\d{1,3}[A-Z]?|(?:please )?(?:see|turn to) [A-Z’' ]{2,30}, ?(?:page )?[A-Z]?-?\d{1,3}[A-Z]?|from page [A-Z]?\d{1,3}|[A-Z]{3,}: from [A-Z]?\d{1,3}|more on page [A-Z]?\d{1,3}|^[^.]{4,60},? (?:see )?pages? [A-Z]?\d{1,3}(?:[-–, ]+\d{1,3})?$|»? ?continued on back page)\.?[)）]?)/iu;

/** Words that begin a line of staff or service (责任编辑, 电话 …). */
export const staffLine =
  /^[■●◆□◎]?\s*(?:本版|本期|本刊|今日|值班|执行|责任|責任|首席|版面|图片|美术|文字|视觉|签发)*(?:责任编辑|责任校对|責任編輯|插图|插圖|题图|題圖|题字|篆刻|图片编辑|图编|刊头题字|责编|責編|编辑|編輯|版式设计|版式|版面设计|版面|美编|美編|美术编辑|视觉|制图|校对|校對|检校|审读|终审|值班主任|值班编委|值班总编|编审|组版|排版|主编|主編|编委|统筹|策划|设计|值班领导|监制|一读|电话|電話|邮箱|電郵|电邮|信箱|投稿|投稿邮箱|新闻热线|热线|熱線|网址|地址|邮编|邮政编码|广告热线|发行热线|新闻信箱|E-?mail|QQ|传真|印刷|零售价?|定价)[ \u3000]*[:：／/|｜\u3000 ]/iu;

/** Of a column: who helps with it, where it comes from. */
export const ofColumn = /^[（(]?本(?:栏目|专栏|栏|组)/u;

/** Page heads and feet: numbers, dates, imprint. Each must match the whole line or nearly so. */
export const furniture: readonly RegExp[] = [
  // THE DECCAN EXPRESS | KARWADI, MONDAY, 12 MAY 2025 | CITY 3
  /^(?=.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? +\d{1,2}(?:st|nd|rd|th)? +(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? \d{4}\b).{10,110}(?<![a-z]{3}[.!?]["”]?)$/iu,
  /^(?=.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? +(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\b).{10,110}(?<![a-z]{3}[.!?]["”]?)$/iu,
  /^(?:inside|index|inside today|in this section|today[’']s index|contact us)$/iu,
  /^\p{Lu}\p{L}+(?: & \p{L}+)?[ .]+[A-F]\d{1,2}(?:[-,–]\d{1,2})?$/u,
  /^(?!(?:城事|教育|经济|财经|国际|体育|文化|社区|基层|县域|要闻|民生|科技|健康|法治|农业|生活)快报$)[\p{Script=Han}]{2,6}(?:日报|晚报|晨报|早报|时报|商报|都市报|周报|週報|日報|晚報|時報|早報|導報|快报|快報)(?:[ \u3000·|｜][\p{Script=Han}A-Za-z ]{2,20})?$/u,
  /^(?:the )?[\p{L} ]{2,24} (?:daily|ledger|times|herald|post|journal|gazette|tribune|chronicle|courier|observer|examiner|sentinel|register|dispatch|bulletin|evening news|morning news|daily news|ribao|wanbao)(?: [|•·—–-] .{2,40})?$/iu,
  /^[\p{L} &]{3,24} [|•·—–] (?:the )?[\p{L} ]{2,24} (?:daily|ledger|times|herald|post|journal|gazette|tribune|chronicle|courier|observer|examiner|sentinel|register|dispatch|bulletin|news)$/iu,
  /^(?:农历|農曆|夏历)[\p{Script=Han}\d]{4,12}$/u,
  /^(?:本版|本期)(?:图片|圖片|摄影|攝影|照片|稿件|插图)(?:均?由|除|[:：]).{2,40}$/u,
  /^(?:广告|廣告|廣 告|广 告|advertisement|paid advertisement)$/iu,
  /^(?:新闻|新聞|健康|读者|讀者|爆料|报料|報料|投稿|广告|廣告|发行|發行|订阅|訂閱|投诉|投訴|维权|记者|本报|\p{Script=Han}{0,4}[报報刊])(?:热线|熱線|专线|專線)[:： ]?[\d（）() -]{5,}.{0,40}$/u,
  /^本版(?:信息|資訊|资讯|内容|內容|稿件|图文).{0,20}(?:为准|為準|恕不.{2,6}|不得转载|不得轉載|版权所有|版權所有)。?$/u,
  /^(?:编辑部|編輯部|采编部|採訪部|广告部|廣告部|新闻部|新聞部|招聘广告|热线电话|熱線電話|投诉电话|投訴電話|报料电话|爆料電話)(?:电话|電話)?[:： ]*[\d（）() -]{6,}[^。！？]{0,44}$/u,
  /^(?:投诉|投訴|报料|爆料|咨询|諮詢|提供线索)?[请請](?:拨打?|撥打?|致电|致電)[ ]?[\d -]{5,}[^。！？]{0,20}$/u,
  /^(?:编审|责任编辑|责编|主编|编辑|校对)\p{Script=Han}{2,3}(?:编审|责任编辑|责编|校对|美编|版式)\p{Script=Han}{2,3}(?:(?:编审|责任编辑|责编|校对|美编|版式)\p{Script=Han}{2,3})*$/u,
  // What law and the house say of a column: it advises nobody.
  /^[（(](?:作者|筆者|笔者|本文|本專欄|本专栏|以上)[^（）()]{0,44}(?:立場|立场|建議|建议|持有|自負|自负|自担|參考|参考)[^（）()]{0,20}[）)]$/u,
  /^[（(](?:未完|待续|待續)[^（）()]{0,14}[）)]$/u,
  /^(?:今日|今天|明日|明天)?(?:氣溫|气温|天氣|天气)[ \u3000：:][^。]{0,24}(?:°|℃|度|\d[CF]\b)[^。]{0,24}$/u,
  /^(?:index|inside):?(?:[\s•|]+\p{L}[\p{L} &]*? (?:[A-F]\d{1,2}|\d{1,2}[A-F]))(?:[\s•|]+\p{L}[\p{L} &]*? (?:[A-F]\d{1,2}|\d{1,2}[A-F])){2,}$/iu,
  /^lottery\b.*\d-\d.{0,60}$/iu,
  /^weather:? (?=.*(?:\bhigh\b|\blow\b|°)).{5,70}$/iu,
  // MARIAN HOLT, Publisher | JAMES ADEYEMI, Executive Editor
  /^(?:\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]*){1,3}, (?:\p{Lu}?\p{L}+ ){0,2}(?:publisher|editor|president)(?:[ |•;,]+|$)){2,}$/iu,
  /^本版.{2,10}(?:僅供參考|仅供参考).{0,24}$/u,
  /^[你您]有.{2,20}(?:热线|熱線|电话|電話)[:：] ?[\d() -]{7,}$/u,
  /^(?:本[版報报刊欄栏])?(?:歡迎|欢迎)(?:投稿|[來来]稿|[賜赐]稿).{4,60}$/u,
  /^(?:以上|本[版报報刊栏欄]).{0,8}[仅僅不](?:代表|反映).{2,16}(?:观点|觀點|立场|立場)。?$/u,
  // What Taiwan’s papers must say beside such news.
  /^(?:飲酒過量|酒後不開車|酒後不駕|飲酒勿開車|吸[菸煙]有害|未滿十八歲|拒絕毒品|珍惜生命|尊重生命|自殺(?:不能|無法)|禁止酒駕)[\p{Script=Han}，、！ \u3000]{0,40}$/u,
  // 今日导读 古城保护有了“数字管家”（4版） 山里来了“共享药师”（7版）
  /^[^。]{0,40}[（(][A-D]?\d{1,2}版[）)][^。]{2,40}[（(][A-D]?\d{1,2}版[）)][^。]{0,60}$/u,
  /^(?:本报|本報)(?:法律顾问|法律顧問|常年法律顾问)[:：].{4,40}$/u,
  /^投资有风险[，,、 \u3000]*入市[须需]谨慎.{0,30}$/u,
  /^(?=.*\b(?:editor|publisher): )(?:\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+){0,3}: \p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}[ ,;|•]*){2,}$/iu,
  /^\p{Script=Han}{3,8}[报報][ \u3000]+\p{Lu}{3,}(?: \p{Lu}{2,}){1,4}$/u,
  /^serving \p{L}.{8,80} since (?:1[789]|20)\d\d$/iu,
  /^(?:(?:page|copy|photo|picture|night|news|layout) )?(?:editor|designer|sub-editor|layout)s?(?: by)?: \p{Lu}[\p{L}’'.-]+(?: [\p{Lu}&][\p{L}’'.,-]*){0,6}$/iu,
  /^本版(?:逢|每)[\p{Script=Han}、至]{2,14}(?:刊出|出版|见报|見報)(?:[ \u3000].{2,24})?$/u,
  // ③7: an end mark with an editor's number.
  /^[①-⑳]\d{1,2}$/u,
  /^(?:举报|舉報|投诉|監督|监督)(?:网站|網站|电话|電話|邮箱|平台)[:：].{4,60}$/u,
  /^(?:got|have you got) (?:a )?(?:story|news|tip).{0,110}$/iu,
  /^(?=.*(?:@|noon|p\.m\.|\d{3}[- ]\d{4}))(?:deadlines? for|send (?:items|news|photos|your|us)|to (?:advertise|subscribe)|contact (?:the )?(?:newsroom|newsdesk|us)).{8,110}$/iu,
  /^(?:[A-Z][A-Za-z&]+ [A-F]\d{1,2}(?:[-–]\d{1,2})?[ ,;.·|]*){3,}$/u,
  /^(?:中共)?\p{Script=Han}{2,10}委机关报(?:[ \u3000].{0,24})?$/u,
  /^(?:本刊|本报|本版)?.{0,12}(?:作者|稿件).{0,30}(?:稿酬|稿费)$/u,
  /^(?:[来來]稿|投稿|稿件|[赐賜]稿|[来來]信|[来來]函|信件)(?:请|可|請)?(?:寄|发|投|發)[^。]{0,4}[:：].{4,80}$/u,
  /^(?:主办|主辦|协办|協辦|承办|承辦)(?:单位|單位)?[:：](?!.{0,6}[，。]).{3,60}$/u,
  /^[（(]?本(?:栏目|专栏|栏|版|刊)由[^，。]{2,24}(?:协办|主办|承办|提供|冠名|赞助|支持)[）)]?$/u,
  /^(?:本报|本報|报社|社)(?:地址|址|社址)[:：].{4,80}$/u,
  /^(?:督印人|督印|發行人|发行人|社長|社长|出版人|承印)[:： \u3000].{2,80}$/u,
  /^[（(]?(?:本版|本期|本栏|本组|以上|本专栏)(?:文|图|消息|内容)?(?:均|都)?(?:据|由|为)[^，。]{2,24}[）)]?$/u,
  /^[（(]?(?:本版|本期)(?:文|图|稿件|文图|图文|文字|新闻)?除.{2,12}[，,]?均?(?:据|由|为|為|來自|来自).{2,16}[）)]?$/u,
  /^(?:\p{Script=Han}{0,6}[:： \u3000])?(?:晴|多云|阴|小雨|中雨|大雨|阵雨|雷阵雨|小雪|中雪|大雪|雨夹雪|霾|雾)[^。，]{0,24}\d ?[℃度][^。]{0,24}$/u,
  /^(?=.{4,50}$).*(?:主管|主办|主辦).{0,24}(?:主办|主辦|出版|承办)$/u,
  /^(?:今日|明日|市区|市區)?(?:天气|天氣)[:： ].{2,40}[℃度].{0,20}$/u,
  /^(?:今日|明日|今天|明天)(?:天气|天氣)?.{2,40}[℃度].{0,20}[℃度级級]$/u,
  /^(?:责任编辑|责编|版式|美编|校对|检校|編輯|責編|編校)\p{Script=Han}{2,4}(?:(?:责任编辑|责编|版式|美编|校对|检校|编审|視覺|視覺設計|排版|组版)\p{Script=Han}{2,4}){1,4}$/u,
  /^[A-Z][A-Z ]{4,24}(?:RIBAO|WANBAO|DAILY|NEWS|TIMES)$/u,
  /^(?:第)?\s*[A-D]?\d{1,3}\s*(?:版|页|頁)?$/u,
  /^第?[A-D]?\d{1,3}版[:：][\p{Script=Han}·]{2,10}$/u,
  /^第\s*[〇零一二三四五六七八九十百\d]{1,4}\s*(?:版|页|頁)(?:[ \u3000·|｜/]*[\p{Script=Han}]{1,6}){0,3}$/u,
  /^[A-D]\d{1,2}(?:[ \u3000·|｜:：/-]*[\p{Script=Han}A-Za-z&/·]{1,16}){0,3}$/u,
  /^(?:[\p{Script=Han}]{1,6}[ \u3000·|｜/]*){1,3}(?:第\s*)?[A-D]?(?:\d{1,2}\s*(?:版|页|頁)?|\d{3}\s*(?:版|页|頁))$/u,
  /^(?:投稿|报料|爆料|新闻|读者|订阅|订报|广告|发行|本报|来论|来稿|稿件|赐稿|讀者|訂閱|廣告|發行)(?:热线|邮箱|信箱|电话|微信|熱線|電話)[:：].{4,60}$/u,
  /^[-—–·•\s]*\d{1,3}[-—–·•\s]*$/u,
  /^(?:[\p{Script=Han}A-Za-z]{2,12}[ \u3000|｜·]*)?(?:公元)?\s*(?:(?:19|20)\d\d|[一二三四五六七八九〇○零]{4})\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*[月./-]\s*[\d一二三四五六七八九十]{1,3}(?!\d)\s*日?(?:[ \u3000,，|｜/·]*(?:星期|周|週|禮拜)[一二三四五六日天])?(?:[ \u3000|｜/·,，]*(?:农历|農曆|夏历|中華民國|中华民国|第\s*[\d〇零一二三四五六七八九十]+\s*[版期号號]|总第|總第|今日|共|星期|周|责|責|编|編|[A-D]?\d{1,3}版?).{0,50})?$/u,
  /^(?:中華民國|民國)[\d一二三四五六七八九十]{1,5}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日.{0,20}$/u,
  /^(?:星期|周|週)[一二三四五六日天](?:[ \u3000|｜].{0,30})?$/u,
  /^.{0,30}(?:国内统一(?:连续)?(?:刊号|出版物号)|国际标准(?:连续)?(?:刊号|出版物号)|统一刊号|邮发代号|主管[ \u3000、]*主办(?=[ \u3000]|$)|CN\s?\d\d-\d{4}|ISSN|今日\d+版|今日共\d+版|总第\d+期|總第\d+期|第\d{2,6}(?:期|号|號)).{0,60}$/u,
  /^(?:本版|本报|本刊|本栏|本报告)?(?:所载|所有|刊载|刊登)?(?:内容|信息|文章|观点).{0,14}(?:不构成|仅供参考|不代表).{2,40}$/u,
  /^(?:.{0,12}[:：\u3000 ])?(?:扫描|扫码|微信扫)(?:下方|上方|右侧|左侧)?(?:二维码|加入|关注|添加|看|观看|阅读|了解|下载|进入).{0,40}$/u,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^(?:\p{Script=Han}{2,12}(?:[:：]|[ \u3000]))?[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2},? \d{4}(?:.{0,60})$/iu,
  /^[\p{L} ’'&]{3,40}[|•·,–—-] ?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?).{0,80}$/iu,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ).{0,30}\d{4}.{0,60}$/iu,
  /^(?:page|section)? ?[A-F]-?\d{1,3}(?: ?[|•·–—-]? ?[\p{Lu} &]{3,30})?$/u,
  /^(?:page|p\.) ?[A-F]?\d{1,3}(?: of \d+)?$/iu,
  /^(?:vol(?:ume)?(?:\. ?| )[\dIVXLC]+\b|no\. ?\d+).{0,60}$/iu,
  /^(?:have (?:a|any) (?:news )?(?:tip|story|question|comment)s?\?|send (?:us )?(?:your )?(?:tips|letters|photos)|to (?:subscribe|advertise)|(?:call|contact|e-?mail|reach) (?:us|the newsroom)).{0,70}$/iu,
  /^(?:©|\(c\)|copyright).{0,80}$/iu,
];

/** What an English paper asks of those who write to it: it may be longer than other furniture. */
export const lettersRules =
  /^(?=.*(?:@|\bwords\b|\baddress|telephone|phone number))(?:(?:we |the editor )?welcomes? letters|letters(?: to the editor| for publication)? (?:(?:should|must|may) be|(?:e-?)?mailed|sent|of up to)|(?:send|e-?mail) (?:your )?letters)\b.{10,200}$/iu;

/** A line of a table of contents: 我市出台新办法 4版, 学校开门 …… A3. Each alone might be anything; the page of it says furniture. */
export const contentsLine =
  /^.{4,34}?(?:[ \u3000…·.．>＞》›→▷▶►—-]+(?:第[ \u3000]?)?(?:[A-D]?\d{1,2}[ \u3000]?版|[A-D]\d{1,2}(?:[-—~～]\d{1,2})?|[一二三四五六七八九十]{1,2}版)|[（(](?:见|見|详见|詳見|刊)?第?[A-D\d一二三四五六七八九十]{1,3}版[）)])$/u;
/** The head of such a table. */
export const contentsHead =
  /^(?:今日|本期|今晨|内页|內頁|本版|精彩|要闻|今日要闻|新闻)?(?:导读|導讀|导览|導覽|看点|看點|提要|要目|导航|目录|目錄)$/u;

/** Lines of nothing but rule characters. */
export const separator = /^[-—–―─━_=*＊※~～·•.…□■◇◆○●▲△☆★#+\s]{1,}$/u;

/** Marks that open a label, a by-line or a brief. */
export const listMark = /^(?:[◎○●□■◇◆▲△▼▽★☆※▶►▷▸▹◀◄→➤➢✦✧✿❀❋◉＊⊙◢◣◤◥▁▂▃▄▅▆▇▌▍▎▏❖✦♦♢◈☉※•▪◦▓▒█][ \u3000]*|·[ \u3000]*(?=\p{Script=Han}))/u;
/** 【…】 and its kin around a whole line. */
export const boxed = /^[【〖［[［｛「『<＜〔](.{1,16}?)[】〗］\]］｝」』>＞〕]$/u;

/** Standing heads of Chinese papers: a line that is only this is a label. */
export const labels =
  /^(?:本报|本報)?(?:要闻|要聞|头条|广角|掠影|图片新闻|圖片新聞|新闻图片|新闻速递|简讯|簡訊|简明新闻|短讯|短訊|快讯|快訊|(?:城事|教育|经济|財經|财经|国际|國際|体育|體育|文化|社区|基层|县域|要闻|民生|科技|健康|法治|农业|生活)快报|短波|一句话新闻|新闻简报|速览|综合新闻|综合|時評|时评|短评|短評|社论|社論|社評|评论|評論|锐评|快评|热评|今日谈|今日视点|观点|觀點|观察|觀察|视点|焦点|聚焦|关注|特写|特寫|侧记|纪实|通讯|专访|專訪|人物|现场|讲述|倾诉|口述|深一度|访谈|对话|调查|追踪|记者手记|手记|编读往来|读者来信|讀者投書|读者之声|民声|杂谈|随笔|隨筆|副刊|散文|诗歌|小说|连载|來函|讀者來函|论坛|論壇|理论|公告|公示|启事|啟事|遗失声明|声明|聲明|通知|招聘|广告|廣告|讣告|天气|天氣|[一本][周週]天[气氣]|天气预报|便民服务|便民信息|便民|服务|气象|彩票|开奖|资讯|民生|评弹|图表|数读|人事|任免|讣闻|今日提示|文化|体育|體育|财经|財經|国际|國際|社会|社會|教育|健康|科技|生活|娱乐|本地|镇街|基层|画刊|影像|光影|镜头|百姓|亲历|记忆|史话|微评|微言|街谈巷议|延伸阅读|相关链接|新闻链接|新闻背景|链接|背景|资料|小贴士|提示|市井|图说|圖說|看图|文化|纪念|纪实|乡村|农村|三农|城事|社区|工地|基层|教育|国内|时政|党建|文明|法治|经济|产业|金融|民情|民意|文旅|旅游|体坛|文苑|文艺|艺术|书评|读书|美食|汽车|房产|军事|视觉|特别报道|以案[说释普析]法|案件聚焦|深度|热点|焦点|人间|城市|都市|乡野|市場|產業|兩岸|政治|地方|家庭|消費|藝文|讀書|綜藝|娛樂)(?:[ \u3000·|｜]?[\p{Script=Han}]{0,4}|[·・.（(][\d一二三四五六七八九十]{1,4}[）)]?)?$/u;

/** How the names of columns end, where they are not in the list above. */
export const columnName =
  /(?:(?:摄影|征文|书画|创意)(?:比赛|大赛|展播|选登)|我为群众办实事|为民办实事|办实事|札记|手记|摘抄|摘编|选登|选刊|随感|感言|漫笔|随想|絮语|快评|短评|点评|观察|视线|视窗|之窗|在线|热线|平台|专栏|专版|专题|周刊|特刊|巡礼|风采|速写|剪影|见闻|纪事|茶座|沙龙|茶馆|书屋|书架|书坊|诗页|诗笺|笔会|文摘|随笔|小品|钩沉|拾遗|揽胜|指南|课堂|百科|信箱|来信|来电|调查|追踪|回音|回声|帮办|曝光|直击|进行时|调研行|在行动|走基层|访谈|面对面|对话|一线|特写|印象|人物谱|群英谱|瞭望|大家谈|天地|广场|长廊|论坛|探索|解读|问政|記事|札記|手記|觀察|視線|視窗|專欄|專題|風采|見聞|隨筆|書評|信箱|調查|追蹤|透視|筆記|漫談|雜記|廣場|天地|講堂|[一-鿿]一瓣|进行[时曲]|行动|之声|影像志|[回]音壁|[微短组小]诗|诗(?:[一二三四五六七八九十]首|选|页|笺|歌|词)|书简|絮语|闲话|杂谈|漫话|旧事|往事|风物|味道|必答|你问我答|问答|聚焦|人物|直通车|漫画角|(?:记者|記者)(?:快评|快評|视角|手记|手記|直击|目击|走笔|侧记|连线|跑腿|帮你问|帮办|帮问|出击|在线|探访|体验)|里的故事|背后的故事|我的故事|身边的故事|医生提醒|专家提醒|贴士|时光|岁月|看变化|回头看|话发展|话变迁|新气象|新作为|新实践|新征程|新时代|蹲点|有约|一下|书里书外|街头巷尾|进行中|在路上|进万家|匠心|跑腿|帮忙团|时评|時評|时讯|時訊|说法|說法|说案|[追连系跟深专特独现调综][踪续列踪度题别家场查合]报[道导]|^[一-鿿]{2}(?:故事|记忆|手艺|档案|报道)|^[一-鿿]{1,2}[者友师生民员]说|^([一-鿿])[一-鿿]\1[一-鿿])$/u;

/** Standing heads of English papers. */
export const labelsLatin =
  /^(?:editorials?|opinions?|commentary|(?:the )?\p{L}+ (?:comment|says|opinion)|your (?:letters|views?|say|stories)|letters page|(?:leader|leading) (?:comment|article|column)|the [\p{L} ]{2,20} view|viewpoint|our view|letters(?: to the editor)?|guest column|(?:news |city |county |local |area |sports |business |police |world |nation |state )?(?:briefs?|digest|roundup|round-up|calendar)|(?:town|village|school|church|campus|community|club|court|library|senior|arts) (?:notes|news|notebook|log|events|calendar)|public (?:hearings?|meetings?)|at a glance|by the numbers|fact box|in brief|briefly|news in brief|city|county|local(?: news)?|metro|region|state|nation(?: & world)?|world|business|money|sports|arts(?: & (?:entertainment|culture))?|culture|life(?:style)?|features?|food|health|science|education|schools|community|weather|obituaries|classifieds|legal notices?|police (?:log|blotter)|corrections?(?: (?:and|&) clarifications?)?|clarifications?|in focus|photo of the day|top story|analysis|profile|q ?& ?a|review|leading article|leader|comment(?: & debate)?|first person|notebook|diary|sketch|(?:weekend|saturday|sunday) (?:profile|interview|essay|read|column)|the big read|explainer|eyewitness|long read|world briefing|national|international|uk news|newswatch|(?:the )?big picture|picture of the day)$/iu;

/** The label opens a column of short items. */
export const briefLabel =
  /(?:[快速微简短零][读览闻]|速递|导读|導讀|(?:要闻|新闻|信息|公告)快递|[快速微簡短零][讀覽遞聞]|简讯|簡訊|简明|速读|速讀|快览|快覽|扫描|掃描|播报|播報|拾零|微新闻|微[讯訊]|传真|傳真|短平快|[校厂军警区镇乡文艺书影体农工]讯|快[读讀]|集萃|拾萃|资讯|資訊|要闻回顾|短讯|短訊|时讯|時訊|快讯|快訊|快报|快報|一句话|简报|簡報|短波|速览|速覽|速递|速遞|点击|便民(?:提醒|提示|信息)|(?:义诊|讲座|活动|健康|服务|招考|就业)(?:信息|预告)|(?:出行|生活|温馨)(?:提醒|提示)|信息窗|要闻速|新闻集装箱|零讯|动态|動態|一瞥|集锦|摘要|短新闻|briefs?\b|brief$|in brief|^in short$|^shorts$|news bites|^briefly$|news digest|digest|roundup|round-up|around (?:the )?\w+|(?:town|village|school|church|campus|community|club|court|sports|business) (?:notes|notebook)|police log|(?:sheriff|police|fire|court)(?:[’']?s)? (?:log|calls|report|beat)|^(?:at|in|from) the magistrates|^on the move$|blotter|news in a minute)/iu;
/** The label says that what follows argues. */
export const commentaryLabel =
  /(?:[者友师生民员]说$|[艺影剧乐球]评$|[藝影劇樂球]評$|筆陣|笔阵|言路$|小议$|小議$|(?:思想|理论|学术)纵横|(?:场边|赛场|球场)絮语|新聞眼|新闻眼|评论|評論|时评|時評|社论|社論|社評|短评|短評|锐评|快评|热评|微评|短论|短論|今日谈|杂谈|雜談|漫谈|观点|觀點|论坛|論壇|论语|论道|视点|谈$|談$|说理|微言|茶座|茶话|夜话|闲话|閒話|时论|時論|街谈|巷议|冷说|热说|来论|来稿|來論|來稿|争鸣|爭鳴|编辑手记|热议|一家言|大家谈|有话说|(?<!读书|阅读|采访|行走|旅途|讀書)札记|三言两语|画外音|專欄|专栏|讀者投書|来论|編後|编后|opinion|editorial|commentary|column$|letters|viewpoint|our view|^the .{2,20} view$|guest view|leading (?:article|column|comment)|leader (?:article|column|comment)|^leader$|^comment\b|^forum$|^another view$|^(?:readers|your)[’']? ?(?:mail|views?)$|\b(?:comment|opinion)$)/iu;
/** A page's head that says so of the whole page. */
export const opinionPage =
  /(?:^|[ \u3000·|｜/版\d])(?:民意論壇|民意论坛|时代論壇|觀點論壇|观点|觀點|评论|評論|时评|時評|言论|言論|论坛|論壇|声音|聲音|社论|社論|opinion|editorial|commentary|letters)(?=$|[ \u3000·|｜/\d第])/iu;
/** Of those, such as reporters also write under. */
export const looseCommentary = /(?:漫谈|札记|视点|热议|街谈|专栏|專欄|观察)$/u;
/** The label or headline says that this is an announcement. */
export const noticeLabel =
  /^(?:.{0,40}(?:公告|公示|启事|啟事|遗失声明|声明|聲明|通告|招聘|讣告|訃告|广告|廣告|(?:报名|考试|招生|录取|放假|缴费|选调|招考|招聘)(?:通知|公告|简章)|征集令|招募令|更正|致歉|中标公示|招标公告|拍卖公告|注销公告|停电通知|停水通知|停水公告)(?:信息)?|.{0,12}(?:停电|停水|停气|停热|断水|断路|封路|交通管制|改道).{0,4}(?:预告|通知|公告|信息|安排)|.{2,30}关于.{4,50}的(?:通知|公告|通告|公示|公示公告)|遗失|挂失|public (?:notices?|hearings?)|legal notices?|classifieds?|help wanted|advertisement|corrections?(?: (?:and|&) clarifications?)?|notice to .{3,40})$/iu;
/** The label says that a picture with words follows. */
export const photoLabel =
  /(?:图片新闻|圖片新聞|新闻图片|图片故事|图说|随手拍|隨手拍|圖說|掠影|影像|光影|镜头|鏡頭|看图|画刊|图片报道|photo|in pictures|in focus|snapshot)/iu;

/** 图为…, 上图: … */
export const captionCue =
  /(?:^|[。！？）)])[（(]?(?:图为|圖為|图[①②③④⑤⑥⑦⑧⑨一二三四五六1-9]?(?:[:：]|为)|[上下左右]图(?:为|[:：]|，)?|[上下左右]圖|[图圖][说說]\d?(?=[:：])|小图|大图|题图|[▲△▼◀▶](?=\S{6,}))|^(?:above|below|left|right|top|bottom|pictured|at (?:left|right))[:,] /iu;

/** Who stands where in a picture: 某某（左）, Jane Doe, left, … */
export const whoIsWho =
  /[（(](?:[左右中前后後]|[左右][一二三四五]|[前后後]排.{0,6}|[左右]起.{0,4}|中间|中間|站立者|持.{1,3}者)[）)]|^[^.]{4,60}, (?:left|right|center|second from (?:left|right)|at (?:left|right)),? /u;

/** 编者按 … */
export const note =
  /^[【〖（(■●◆◎□]?[ \u3000]*(?:编者按|編者按|编者的话|編者的話|编后|編後|编者手记|开栏的话|開欄的話|开栏语|按语|编辑附记|附记|编辑附言|核心提示|核心阅读|内容提要|导读|導讀|阅读提示|前言|引子|editor[’']s note)[ \u3000]*(?:[:：】〗）)—]|$|[ \u3000])/iu;

/** The editor's word announced, and nothing else on the line. */
export const bareNote =
  /^(?:编者按|編者按|编者的话|編者的話|编后|編後|编后话|编者后记|编辑手记|编者手记|开栏的话|開欄的話|开栏语|按语|核心提示|导读|導讀|阅读提示|前言|引子|editor[’']s note)$/iu;

/** The heads of what stands beside a story: what a reader can do, what comes next. */
export const sidebar =
  /^(?:how (?:to (?:help|start|vote|apply|watch|get there|take part|join in|follow|donate)|it works|we did it)|if you go|what(?:[’']s| is| comes) next|what (?:to know|happens next|you need to know)|at a glance|by the numbers|where to (?:go|find|watch|turn|vote)|to learn more|more information|box score|key dates|timeline|fact box|the facts|the numbers|on the web)$/iu;

/** How a deck or a kicker says whom the paper spoke to: 专访某某, 对话某某. */
export const interview =
  /^(?:本报|本報|独家|獨家)?(?:(?:专访|專訪|对话|對話|访|訪|走近)(?=\p{Script=Han}{3})|[听聽](?=\p{Script=Han}{2,}[讲講谈談说說聊]))/u;

/** A turn of a conversation: the speaker and a colon. */
export const turn = /^((?:[\p{Script=Han}·]{1,6}|[A-Z][\p{L}.’' ]{0,20})(?:[（(][^）)]{1,10}[）)])?)[ \u3000]?[:：](?=.)/u;

/** An entry of a log, a diary, a calendar. */
export const logEntry =
  /^(?:[【〔[［][^】〕\]］]{1,8}[】〕\]］]|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2}(?::\d\d)? (?:a|p)\.m\.|(?:周|星期)[一二三四五六日]|\d{1,2}月\d{1,2}日)(?:[,，:：]| ?[—–-]))/u;
/** 11月9日8时至15时：滨河苑南区, 15:30 男篮联赛: an entry of a timetable. */
export const schedule =
  /^(?:\d{1,2}月)?\d{1,2}日(?:[（(][^）)]{1,6}[）)])?[ \u3000]?(?:(?:上午|下午|晚)?\d{1,2}(?:[:：]\d\d|[时時点點])?(?:[至—–~～-].{1,10})?)?[:：](?=[^\d\s])|^\d{1,2}[:：]\d\d[ \u3000](?=\S)/u;

/** Who issues an announcement: the last word of a body's name. */
export const issuer =
  /^[\p{Script=Han}（）()·\d]{3,26}(?:公司|局|办|辦|办公室|委|委员会|委員會|政府|法院|检察院|中心|医院|醫院|学校|学院|大学|中学|小学|馆|館|院|部|处|處|署|小组|小組|协会|協會|商会|工会|支队|大队|集团|集團|店|社|厅|廳|会|會)$/u;
/** A date alone, as it stands under an announcement. */
export const dateAlone =
  /^(?:(?:19|20)\d\d|[一二三四五六七八九〇○零]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/u;
/** 云政发〔2025〕31号: the number of a document, under an announcement's heading. */
export const reference = /[〔（(【[]\d{4}[〕）)】\]]\s*第?\s*\d+\s*号$|^(?:编号|項目編號|项目编号|公告编号)[:：]/u;
/** 11月22日，游客在…: how an agency's caption begins. */
export const datedCaption = /^(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?\d{1,2}日[，,]/u;
/** 渔舟唱晚（水彩画）: a work's name, and what it is made in. */
export const artwork =
  /[（(](?:国画|中国画|水墨画?|油画|水彩画?|水粉画?|版画|木刻|年画|农民画|漫画|速写|素描|剪纸|刻纸|书法|篆刻|雕塑|插画|摄影|國畫|油畫|水彩畫|版畫|漫畫|書法|攝影)[）)]$/u;
/** Where to ask: 联系电话：…; the paper's own lines are furniture. */
export const contact =
  /^(?!广告|廣告|新闻|新聞|发行|發行|订阅|订报|投稿|报料|爆料|编辑|本报)(?:\p{Script=Han}{2,6})?(?:电话|電話|地址|方式|联系人|热线|熱線|邮箱|网址|时间)[:：]/u;

/** A line that closes an article: where it comes from, who its writer is. It is text, not a heading. */
export const tailNote =
  /^[（(【](?:作者|(?:指导|辅导|推荐|指導|輔導)(?:老师|教师|老師|教師)|编译|編譯|整理|据|據|来源|來源|本文|原载|原載|选自|選自|摘自|未完|待续|連載|转自|轉自|新华社|記者|记者|相关|相關|下略|完).{0,60}[）)】]$|^(?:additional )?reporting (?:was contributed )?by \p{Lu}|^\p{Lu}.{3,60} contributed (?:reporting|to this (?:report|story|article))/iu;

/** 据央视, 据新华社电: where the story above comes from, on a line of its own. */
export const sourceLine =
  /^(?:本报|本報|本刊)(?:综合|綜合)(?:报道|報導|整理|消息)?$|^(?:综合|綜合)(?:报道|報導|整理|本报消息)$|^(?:综合|綜合)?(?:据|據)(?:《\p{Script=Han}{2,10}》|\p{Script=Han}{0,6}(?:社|央视|央視|网|網|报|報|客户端|电视台|新闻|广播)(?:、\p{Script=Han}{0,8}(?:社|央视|网|报))?(?:客户端)?)(?:消息|报道|報導|电|電|等)?$/u;

/** Who took part: the end of a deck, never a name. */
export const attends =
  /(?:主持|出席|讲话|講話|致辞|致詞|致词|参加|參加|陪同|列席|宣读|作报告|批示|会见|會見|座谈|参观|參觀|祝贺|祝賀|(?:致|发|發)贺[信电])(?:会议|并讲话)?$/u;

/** 莫让…, 别把…, …更要…: a headline that tells its reader what to do. */
export const exhorts =
  /^(?:让|讓|莫|切莫|[多少](?:些|一些|点|一点)|别[让把只拿忘]|勿|不妨|谨防|警惕|岂能|何必)|(?:更要|不能只|不能止|不应|不该|岂能|还需|须|应当|理应)/u;

/** Phrases that argue (commentary) rather than report. */
export const argues =
  /(?:必须|必須|(?<![重主需只首紧摘概简不将])要(?![求素闻点害塞领么是职道])|应当|應當|应该|應該|不能|不可|不妨|需要|要把|要有|要让|要讓|要以|要在|何以|诚然|誠然|可见|由此|毋庸|归根结底|說到底|说到底|与其|與其|值得|警惕|呼吁|呼籲|关键在|關鍵在|我们要|我們要|才能|唯有|只有|切莫|不应|不應|岂能|难道|難道)/gu;
export const arguesLatin = /\b(?:should|must|ought|we believe|our view|it is time|deserves?|cannot afford|needs? to|let us)\b/giu;
