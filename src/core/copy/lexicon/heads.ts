/** How the lines of a Chinese headline block give themselves away, and where an English one goes on. Guide §2.1, §5.2, and papers' own heads. */

/** 六部门联合开展: a verb that wants what the next line says. */
export const wantsMore =
  /(?:开展|开启|推进|推动|推出|印发|出台|发布|打造|发起|落实|实施|贯彻|组织|建成|荣获|获评|跻身|入选|破解|助力|带动|促进|守护|探索|构建|完善|加强|提升|部署|啟動|推動|發布|實施|建設)$/u;

/** 将在九月建成, 已全面启动: the sentence is whole with its verb. */
export const told = /(?:将|已|作出|做出|全面|正式|全部|今日|昨日|[月日年底前])(?:建成|发布|出台|实施|开启|推出|完善|部署)$/u;

/** 女足世界杯赛小组赛结束: the line tells a whole event, no second line belongs to its sentence. */
export const whole =
  /(?:结束|開幕|开幕|闭幕|閉幕|落幕|揭幕|启幕|召开|召開|举行|舉行|揭晓|揭曉|启动|啟動|完成|问世|問世|夺冠|奪冠|收官|开赛|开馆|开业|开通|通车|通車|投产|竣工|出版|(?:增长|下降|上升|回落|提高)\d[\d.]*%|\d个百分点|成立|签约|亮相|开园|获批|封顶|合龙|起航|开机|落成|告捷|发车|首航|开放|開放|启用|啟用|并网|開跑|开跑)$/u;

/** 服务各类教育: a phrase that begins with its verb and names nobody stands over the line that says who. */
export const acts =
  /^(?:牢牢|坚决|坚定|切实|从严|严守|服务|加强|深入|推动|坚持|促进|抓好|抓实|抓住|聚焦|立足|紧扣|围绕|打造|提升|提高|落实|贯彻|深化|弘扬|创新|发挥|保护|破解|瞄准|践行|凝聚|汇聚|用好|用活|做好|做强|做优|筑牢|守护|守住|传承|激活|赋能|拓展|拓宽|优化|完善|构建|搭建|强化|夯实|压实|擦亮|织密|架起|点亮|厚植|锚定|紧盯|着力|努力|全力|大力|积极|扎实|毁坏|破坏|认清|畅通|牢记|缓解|紓解|纾解|改善|解决|解決|带动|惠及|践诺|倾情|倾听|心系|情系|加快|推进|服務|加強|推動|堅持|促進|落實|發揮|守護|傳承)/u;

/** A line that ends so goes on. */
export const functionWord =
  /\b(?:to|of|the|a|an|in|on|for|and|with|at|as|by|from|is|are|over|after|into|amid|says|will|its|their|his|her)$/iu;

/** 消协：认准标志, 专家：不必恐慌: who says it, and what. A place's or a person's name before the colon heads a story. */
export const source =
  /^\p{Script=Han}{0,7}(?:人员?|机构|业界|業界|專家|業內|券商|分析师|专家|学者|业内|多方|多家|消协|协会|部门?|局|委|办|院|方|家|台|气象|社|处|司|所|企业|商|医生|律师|记者|网友|市民|官方|媒体|教育厅|厅|校|家长|居民|(?:专家|医生|律师|警方|法官|老师|教练|记者)(?:支招|提醒|建议|解读|表示|称|说法)|消協|協會|部門|辦|學者|醫生|律師|記者|網友|媒體|廳|市府|縣府)[:：]\S/u;

/** 王克强调…: a name, and what was said or done there. */
export const speaks =
  /^\p{Script=Han}{2,3}(?:等)?(?:强调|強調|指出|要求|出席|主持|致辞|致辭|参观|參觀|宣布|宣佈|作批示|作讲话|发表|發表|到会)/u;

/** 惠及三万人, 将于明年通车: a figure, a date or a plan without saying of what: the deck of the line above. */
export const facts =
  /^(?:[年日月][均发产供]|[年日月总共]\p{Script=Han}{1,8}(?:近|超|达|约|逾)[\d一二三四五六七八九十百千万]|最[高大低长快]|优先|投入|.{2,8}每[人户亩月年].{0,4}(?:不低于|不少于|补|减|增)|本报(?:记者)?介入|今年(?!.*(?:这些|这样|怎么|哪些))|明年|年内|本周|本月|下月|[^，,：:]{2,5}(?:时间|价格|票价|期限|范围)(?:延长|缩短|提前|推迟|扩大|为|定)|(?:商家|店家|店主|商户|平台)(?:称|同意|承诺)|(?:司机|司機|乘客|途人|母女|父子|母子|[一二三四五六七八九十两兩\d]+人)(?:轻伤|輕傷|重伤|重傷|受伤|受傷|[一二三四五两兩\d]?死|[一二三四五两兩\d]?[伤傷亡]|获救|獲救|被捕)|[无無]人(?:伤亡|傷亡|受伤|受傷)|总投资|全长|全程|首[周週月]|[产產]地|(?:主创|主演|导演|剧组|主办方)将|周[一二三四五六日]至|每[天日周月年]|(?:一|每)?年可|(?:法院|警方|检方|官方|校方|院方|厂家|商家|物业|交警|消防|民警)(?:判|认定|提醒|回应|通报|建议|支招)|确保|将(?![军士来])|\p{Script=Han}{2,8}比(?:上届|去年|上年|往年|此前)|\p{Script=Han}{1,5}[数量额率值](?:已)?(?:达到?|突破|超过?|逾|近)|全[国國省市县县球][^，,]{0,6}(?:仅|唯一|首|第[一二三四五]|最)|为.{2,14}(?:[做作]准备|铺路|护航|助力|添彩)$|破(?:纪录|紀錄|[\d一二三四五六七八九十百千万亿]|全国|世界|历史)|刷新|累计|累計|逾|即日起|今起|明起|下月起|惠及|涉及|覆盖|覆蓋|预计|預計|同比|比上年|较|較|其中|工期|计划|計劃|首批|力争|力爭|将于|將於|有望|年底前)/u;

/** 全国短道速滑冠军赛: the name of an event alone. */
export const event =
  /^(?!.*(?:举办|举行|召开|承办|开幕|闭幕|备战|迎战|入围|入选|亮相|参加|登陆|走进|夺|获|赢|赴|将|开赛|舉辦|舉行|奪|獲|贏)).{4,}(?:锦标赛|冠军赛|联赛|杯赛|公开赛|邀请赛|大奖赛|资格赛|运动会|博览会|峰会|艺术节|文化节|电影节|錦標賽|冠軍賽|聯賽|公開賽|邀請賽|運動會|博覽會|藝術節|電影節)$/u;

/** 认清形势 明确任务 抓住机遇: three phrases and more with white between, one of them of four characters. */
export const phrases = /^(?=.*[\p{Script=Han}\d]{4})(?:[\p{Script=Han}\d]{2,8}[ \u3000]+){2,}[\p{Script=Han}\d]{3,16}$/u;

/** 市民指平台拖延退款 律師：可向…索償: who says it comes in the second phrase. */
export const sourcedLater = /^[^：:]{5,}[ \u3000]\p{Script=Han}{2,4}[:：]\S/u;

/** 居民：…: who speaks, and what. */
export const answers = /^\p{Script=Han}{2,4}[:：]\S/u;

/** 该不该, 为何, …吗: a question about what the line above said. */
export const asks = /(?:该不该|能不能|能否|是否|算不算|谁来|该谁|谁负责|怎么|为何|如何|該不該|誰來|為何|吗[？?]?|[？?])/u;
