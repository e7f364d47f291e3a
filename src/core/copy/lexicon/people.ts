/** How papers sign: by-lines and picture credits. Simplified, Traditional and English; sources: guide §2.1, §5.2. */

/** A post, a space and a name. */
export const expert =
  /^\p{Script=Han}{0,18}(?:医师|醫師|医生|醫生|教授|研究员|研究員|律师|律師|博士|院长|院長|所长|所長|书记|書記|镇长|乡长|县长|区长|局长|厅长|处长|科长|部长|队长|厂长|经理|总经理|董事长|理事长|代表|委员|主任|会长|會長|站长|馆长|校长|校長|教师|教師|老师|作家|诗人|評論家|评论家|学者|學者|工程师|工程師|营养师|咨询师|院士|民警|法官|检察官|指导员|指導員|班长|连长|营长|护士长|护师|技师|技師|调解员|驻村干部|第一书记|主管|總監|总监|分析師|分析师|策略師|經理|董事|顧問|顾问|总编辑|館長|秘书长|秘書長)[ \u3000]+(\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han})$/u;
/** 余泳豪　註冊升降機工程師: a name, a space and a post. */
export const nameThenPost =
  /^(\p{Script=Han}{2,3}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han})[ \u3000]+\p{Script=Han}{2,14}(?:工程师|工程師|医师|醫師|医生|醫生|教授|讲师|講師|研究员|研究員|律师|律師|博士|院长|院長|所长|会长|會長|主席|议员|議員|教师|教師|老师|老師|作家|作者|学者|學者|编剧|校长|校長|社工|顾问|顧問|秘书|秘書)$/u;
/** A pupil or a student: 青石小学五（2）班 向小葵, 文学院2023级 祝南枝. */
export const pupil =
  /^\p{Script=Han}{1,14}(?:学院|學院|大学|大學|系)(?:\p{Script=Han}){0,8}\d{2,4}[级級届屆](?:\p{Script=Han}){0,8}[ \u3000]+(\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han})$|^\p{Script=Han}{2,14}(?:小学|小學|中学|中學|学校|學校|一中|二中|三中|幼儿园|附中|附小)(?:\p{Script=Han}|\d){0,4}[（(]?[\d一二三四五六七八九十]{0,2}[）)]?[班级級][ \u3000]+(\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han})$/u;
/** A name, and in brackets what the writer is: 邱靖文（文史工作者）. */
export const nameAndPost =
  /^(\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han})[（(](?:\p{Script=Han}|[、，/／ ]){0,14}(?:工作者|作者|作家|诗人|詩人|学者|學者|教授|研究员|研究員|研究生|老师|老師|教师|教師|律师|律師|医师|醫師|医生|醫生|评论员|評論員|评论人|評論人|编剧|编辑|編輯|主任|会长|會長|院长|院長|校长|校長|委员|委員|代表|议员|議員|志工|志愿者)[）)]$/u;

/** 石宗諺／公車駕駛（新北市）: who wrote to the paper, what the writer does, and where. */
export const nameStrokePost =
  /^(\p{Script=Han}{2,4})[/／](?!.*(?:报道|報導|報道|摄影|攝影|摄$|攝$|图$|圖$|文$|翻攝|提供))\p{Script=Han}{2,16}(?:[（(]\p{Script=Han}{2,8}[）)])?$/u;

/** Before a role: whose reporter, of what sort. */
export const prefixes =
  '[\\p{Script=Han}]{2,4}(?=特派員|特派员)|[\\p{Script=Han}]{2,8}(?:晚报|日报|晨报|都市报|新闻|报|网|客户端)[·/／ ][\\p{Script=Han}]{2,6}(?=记者|首席|见习|全媒体|融媒)|《[\\p{Script=Han}]{2,8}》(?=记者|首席|见习)|[\\p{Script=Han}]{2,6}(?:新闻|客户端|电视台|广播电台|融媒体中心|融媒|新闻网|视频|视界)(?=记者|首席|见习|全媒体|特约|通讯员)|\\p{Script=Han}{2,8}(?:报|報|网|網|台|社|刊|时讯)(?=全媒体|融媒|首席|记者|記者|特约|见习|通讯员)|(?:日报|晚报|晨报|早报|时报|商报|都市报|快报)(?=记者|首席|见习|全媒体|特约|实习|通讯员)|本报|本報|本刊|本网|本網|本台|新华社|新華社|新华网|中新社|中新网|中央社|[\\p{Script=Han}]{2,6}(?:日报|晚报|晨报|早报|时报|商报|都市报|日報|晚報|時報|新聞網|新闻网|通讯社)|全媒体|融媒体?|全媒|首席|高级|資深|资深|见习|見習|实习(?=记者)|實習(?=記者)|特约|特約|特派(?=记者|記者)|驻[\\p{Script=Han}]{2,4}(?=记者|特派)|駐[\\p{Script=Han}]{2,4}(?=記者|特派)|校报(?=记者|通讯员)|校园(?=记者|通讯员)|学生(?=记者|通讯员)|校園(?=記者)|學生(?=記者)|体育(?=记者)|文字(?=记者)|摄影(?=记者)|攝影(?=記者)|财经(?=记者)|財經(?=記者)';

/** What the person did; a name follows. */
export const roles =
  '(?:报道|報道|報導)(?=[:：])|记者|記者|通讯员|通訊員|评论员|評論員|实习生|實習生|编译|編譯|撰稿人|撰稿|撰文|撰述|主笔|主筆|观察员|觀察員|特派员|特派員|作者|整理|采写|采訪|采访|摄影师|摄影|攝影|供稿|执笔|口述|讲述|文[/／、和]图|图[/／、和]文|文[/／、和]圖|圖[/／、和]文|图文(?=[ \\u3000:：/／|])|文图|(?:文|图|圖)(?=[ \\u3000]*[/／:：|｜])|编辑部|編輯部|编委会|评论部|编辑|編輯';

/** What the person did; it stands behind the name. */
export const deeds =
  '综合报道|綜合報導|摄影报道|攝影報導|报道|報導|报导|撰写|撰文|整理|编译|編譯|专稿|特稿|外電|專訪|专访|采写|文[/／、和]图|图[/／、和]文|文[/／]圖|文并图|文并摄|文图|(?:文|图|圖|撰|摄|攝)(?=[ \\u3000/／]|$)';

/** Deeds that make a picture: a credit. The second list is weak: it needs a name that is surely one. */
export const pictureDeeds =
  '摄影报道|攝影報導|报道并摄影|报道并摄|文并摄|文並攝|摄影|攝影|摄|攝|供图|供圖|提供|航拍|翻拍|翻攝|绘图|繪圖|绘制|绘画|漫画|漫畫|绘|繪|制图|製圖|图表';
export const weakPictureDeeds = '制|製|图|圖|发|發|作';
/** A credit that begins with what was made. */
export const pictureHeads =
  '摄影报道|攝影報導|摄影|攝影|图片来源|圖片來源|图片提供|圖片提供|图片|图源|圖片|圖源|供图|供圖|摄|攝|绘图|繪圖|漫画|漫畫|制图|製圖|照片|翻攝|图|圖';
/** Whole credits without a person. */
export const stock =
  /^(?:(?:翻攝|翻摄|截图自|截圖自|取自|擷取自)(?:自)?[^，。,]{2,16}|(?:本报|本報|图为|圖為)?(?:资料|資料|檔案)(?:图片?|圖片?|照片?)(?:[ \u3000／/]+(?:本报|本報)?[\p{Script=Han}]{2,8})?|(?:新华社|新華社|中新社|视觉中国|法新社|美联社|路透社|美聯社|中央社|光明图片|人民视觉|路透|影像中国)(?:发|發|供图)?[（(].{2,16}[）)]|(?:新华社|新華社|中新社|中通社|视觉中国|法新社|美联社|路透社|美聯社|中央社|光明图片|人民视觉|路透|影像中国)(?:[/／](?:欧联|欧新|盖蒂|新华社|视觉中国|人民视觉|影像中国|路透|法新|美联|法新社|美联社|路透社))?(?:供图|供圖|图片|照片|发|發|記者攝)?)$/u;

/** Kim Seaver The Okanee Statesman: who took it, and for which paper. */
/** …, MATHILDE KERN FOR THE COURANT, BEACON PICTURES. */
export const photoFor =
  /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2} (?:FOR|for) (?:THE|The|the) \p{Lu}[\p{L} ’'-]{2,30}$|^\p{Lu}{3,}(?: \p{Lu}{2,})? (?:PICTURES|PHOTOS?)$|^\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}\.)? \p{Lu}[\p{L}’'-]+, The(?: \p{Lu}[\p{L}’'-]+){1,3}$|^\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}\.)? \p{Lu}[\p{L}’'-]+ The(?: \p{Lu}[\p{L}’'-]+){1,3}$/u;

/** NYIMA / FOR EASTERN DAILY, DOUG HALVERSEN Register: a name in capitals, and the paper. */
export const capitalCredit =
  /^\p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+){0,2} ?\/ ?(?:FOR )?\p{Lu}{2,}(?: \p{Lu}{2,}){0,3}$|^\p{Lu}[\p{Lu}’'-]+ \p{Lu}[\p{Lu}’'-]+ (?:The )?\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)?$/u;

/** Three or four: Nur Aisyah Rahmat, Chia Hui Min. */
export const longNameLatin =
  /^(?:\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*){2,3}|\p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+){2})$/u;
export const nameOnlyLatin =
  /^(?:\p{Lu}[\p{Ll}’'-]+(?: (?:\p{Lu}\.|Ó|Ní|Nic|Ui|de|da|van|von|bin|binti))? \p{Lu}[\p{L}’'-]+|\p{Lu}[\p{Lu}’'-]+(?: (?:\p{Lu}\.|Ó|NÍ|NIC|DE|VAN|VON|BIN))? \p{Lu}[\p{Lu}’'-]+|\p{Lu}\.(?: ?\p{Lu}\.)? \p{Lu}[\p{L}’'-]{2,})$/u;
/** A line that is a name and nothing else: two to four Han, a two-character name set wide, a translated name. */
export const nameOnly =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han}(?:[ \u3000]{1,2}\p{Script=Han})?|\p{Script=Han}{1,6}[·•・]\p{Script=Han}{1,6})$/u;

/** 百家姓 by frequency, Simplified and Traditional: the first character of a name of two or three. */
export const surnames = new Set(
  '权沐冼丘鹿仉厉封於茹咸郏巢迮辜逯羿雍常蔺祖竺晁栗阎邸荀阙阚屠谌逄亓仝郜匡裘储漆闻童王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝萧傅廉皮湛禹狄贝谈茅郁杭洪诸钮嵇芮汲邴戎束薄胥莘郦雍濮庾茹习戈沃蔚隆那冼丘亢伊仰扶堵浦籍赖容' +
    '張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧葉蘇呂盧鐘鍾譚陸範賈韋鄒閆龍賀顧龔萬錢嚴湯溫莊聶魯歐關蘭寧紀畢單駱藍遊華饒陽農簡車項連蘆麥婁竇黨宮費衛應閔鄔邊師榮叢鞏遲鄺',
);

/** Surnames of two characters. */
export const doubleSurnames =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|夏侯|东方|東方|司徒|端木|西门|南宫|独孤|呼延|宇文|长孙|轩辕|闻人|澹台|淳于|申屠|鲜于|鮮于|钟离|鍾離|濮阳|赫连|万俟|闾丘|太史)/u;
/** Characters that a name of five or more hardly has: such a string is a phrase. */
export const phrasal = /[的了在是和与為为走进進出到把被让讓向从從对對将將个個大会會办辦区區乡鄉镇鎮县縣市这這不有要我你他]/u;

/** English by-lines: a whole line. */
export const byLine =
  /^(?:by|story by|words by|text by|(?:text|words|story) (?:and|&) (?:photos?|pictures?|photographs|photography) by|(?:photos?|pictures?|photographs|photography) (?:and|&) (?:text|words|story) by|reporting by|compiled by|as told to)[:]? +[A-Z][\p{L}.'’-]*(?:[ ,&]+(?:and |with |of the |of )?[\p{L}.'’-]+){0,12}(?:[ ]?[|,/–—-]+ ?[\p{L}\d. ,&@’'_-]+)?$/iu;
/** Sanika Deodhar | DSN: a name, a stroke and the agency or the paper. */
export const nameStrokeHouse =
  /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3} ?\| ?(?:\p{Lu}{2,6}|(?:The )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3})$/u;
/** Our Bureau, Special Correspondent: how Indian papers sign without a name, and where. */
export const bureau =
  /^(?:(?:Our|Special|Staff|Express|City) (?:Bureau|Correspondent|Reporter)|(?:OUR|SPECIAL|STAFF) (?:BUREAU|CORRESPONDENT|REPORTER))(?:[ ,|]+\p{Lu}[\p{L} ]{2,24})?$/u;
/** Photos by NYIMA Text by QIN SHUO: who did what, one after the other. */
export const eachBy =
  /^(?:photos?|pictures?|photography|text|words|story|reporting|graphics?)(?: and \p{L}+)? by .{3,44}[ ,|/;]+(?:photos?|pictures?|photography|text|words|story|reporting|graphics?) by .{3,44}$/iu;

/** British papers put the name before the post: Fiona Garrick Health correspondent; or the place: Ines Moreau in Lyon. */
export const namedPost =
  /^(?:\p{Lu}[\p{L}’'.-]+ ){2,6}(?:Correspondent|Reporter|Columnist)$|^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]*){1,3},? (?:\p{Lu}[\p{L}&-]*,? )?(?:(?!and )[\p{L}&-]+ ){0,3}(?:editor|correspondent|reporter|writer|columnist|critic)s?(?:,? in \p{Lu}[\p{L} ]{2,20})?$|^(?:\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)(?:(?:,| and) \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+){0,2} (?:in|at(?: the)?) \p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+){0,2}$|^\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+(?:, \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)? and \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u;
/** The second line of an English by-line: who employs the writer. */
export const staffTitle =
  /^(?:(?:senior |chief |special |contributing |city hall |city |sports |business |education |political |features |news |courts |health |arts |food |science |environment |county |statehouse |general assignment )*(?:staff )?(?:writer|reporter|correspondent|columnist|editor|photographer|contributor|critic)s?(?: at large)?|(?:\p{L}+ )?staff reports?|(?:\p{L}+ )?staff reporters?|the associated press|associated press|reuters|afp|bloomberg(?: news)?|special to (?:the )?[\p{L} ]+|for (?:the )[\p{L} ]+|from (?:staff|wire) (?:and wire )?reports|[\p{L} ]+ news service|the editorial board|editorial board)$/iu;

/** What an English writer does, alone on the line under the name. */
export const postLatin =
  /^(?:\p{L}[\p{L}&-]+,? ){0,4}(?:writer|reporter|correspondent|columnist|editor|critic|photographer)s?(?: (?:in|at) [\p{L} ]{2,20})?$/iu;

/** The same with the paper's name before it, every word capitalised: Ledger Sports Writer. */
export const staffTitleCased =
  /^(?:(?:\p{Lu}[\p{L}’'-]* ){1,3}Staff|(?:\p{Lu}[\p{L}’'-]* ){0,4}(?:Writer|Reporter|Correspondent|Columnist|Photographer)|(?:\p{Lu}{2,} ){0,4}(?:WRITER|REPORTER|CORRESPONDENT|COLUMNIST))$/u;

/** English picture credits. */
export const photoBy =
  /^(?:(?:(?:(?:The )?(?:\p{Lu}[\p{L}’']+ ){0,2})?(?:staff |file |courtesy )?(?:photos?|photographs?|images?|pictures?|illustrations?|graphics?|art)(?: courtesy of| by| credit|:| from| provided (?:by|to)| \/)|(?:photo )?credit:|courtesy(?: of|:| photo)?) ?[:]? *.{2,60}|(?:\p{L}\.|\p{L}[\p{L}'’-]+)(?: (?:\p{L}\.|\p{L}[\p{L}'’-]+)){1,3} ?[/|] ?(?:the |for the |special to the )?[\p{L}][\p{L} ’'&-]{1,40}|(?:AP|AFP|Reuters|Getty Images|EPA|Xinhua|PTI|ANI|AAP)(?: (?:File )?Photo)?(?: ?[/|] ?[\p{L}. '’-]+)?|(?:file|courtesy|handout|staff|contributed|submitted|provided) (?:photo|image|graphic)s?)$/iu;
