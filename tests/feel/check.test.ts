import { describe, expect, test } from 'vitest';

import { marked, problemsOf, say, typeOf } from './check-harness.ts';

describe('what an expression is', () => {
  test.each([
    ['1', 'number'],
    ['price', 'money'],
    ['loan / price', 'ratio'],
    ['loan / price * price', 'money'],
    ['price + 1', 'money'],
    ['1 + price', 'money'],
    ['-price', 'money'],
    ['0.7 ** 2', 'number'],
    ['(1 + monthlyRate) ** 12', 'rate-per-month'],
    ['"a" + name', 'text'],
    ['price > 100 and done', 'boolean'],
    ['product = "CAR"', 'boolean'],
    ['if done then price else 0', 'money'],
    ['if done then 0 else price', 'money'],
    ['signed - signed', 'days-duration'],
    ['(signed - signed).days', 'days'],
    ['signed + duration("P6M")', 'date'],
    ['received + duration("PT1H")', 'date-time'],
    ['duration("P6M")', 'months-duration'],
    ['duration("P30D")', 'days-duration'],
    ['@"P1Y" + @"P6M"', 'months-duration'],
    ['opens < @"09:00:00"', 'boolean'],
    ['signed.year', 'number'],
    ['received.hour', 'hours'],
    ['people.owes', 'list of money'],
    ['people[owes > 10].name', 'list of text'],
    ['people[1].owes', 'money'],
    ['people[-1].born', 'date'],
    ['sum(people.owes)', 'money'],
    ['sum(price, loan, 1)', 'money'],
    ['max(people.born)', 'date'],
    ['mean(people.owes) / price', 'ratio'],
    ['median(1, 2, 3)', 'number'],
    ['count(people[owes > 10])', 'count'],
    ['address.city', 'text'],
    ['for p in people return p.owes', 'list of money'],
    ['for p in people, b in p.bills return b + p.owes', 'list of money'],
    ['for n in 1..12 return n * price', 'list of money'],
    ['for n in 12..1 return price', 'list of money'],
    ['some n in 1..3 satisfies people[n].owes > 10', 'boolean'],
    ['all(for p in people return p.owes > 10)', 'boolean'],
    ['any(done, price > 10)', 'boolean'],
    ['matches(name, "^[A-Z]+$")', 'boolean'],
    ['replace(name, "[ -]", "")', 'text'],
    ['split(name, ",")[1]', 'text'],
    ['string join(people.name, "、")', 'text'],
    ['substring(name, 1, 6)', 'text'],
    ['string(price)', 'text'],
    ['number(substring(name, 1, 2)) > 10', 'boolean'],
    ['index of(codes, "A")', 'list of count'],
    ['union(codes, ["A"])', 'list of "A" "B"'],
    ['sort(people.born)[1]', 'date'],
    ['modulo(loan, 10000) = 0', 'boolean'],
    ['round half up(loan / price, 4)', 'ratio'],
    ['monthly payment(loan, rate, term)', 'money'],
    ['monthly payment(loan, rate, term) * term', 'money'],
    ['annual cost(loan, people.owes) - rate', 'rate'],
    ['annual cost(received: loan, payments: [1, 2, 3])', 'rate'],
    ['limit(signed)', 'ratio'],
    ['price between 1 and 2', 'boolean'],
    ['product in ("CAR", "HOUSING")', 'boolean'],
    ['price in [1..2]', 'boolean'],
    ['anything', 'any'],
    ['anything > 1', 'boolean'],
    ['income', 'money | "NA" "Exempt" ""'],
    ['people.pay', 'list of money | "NA"'],
  ])('%s is %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });
});

describe('what is wrong stands at its place, in words', () => {
  test.each([
    [
      '«pric» > 1',
      'feel/unknown-name',
      '没有名为 `pric` 的字段、口径、参数或表；您是否想写 `price`',
    ],
    [
      'address.«cty» = "x"',
      'feel/unknown-field',
      '没有字段 `cty`（有 city、code 等）；您是否想写 `city`',
    ],
    ['«sume»(people.owes) > 1', 'feel/unknown-function', '没有函数 `sume`；您是否想写 `sum`'],
    [
      'product = «"CARS"»',
      'feel/unknown-word',
      '`CARS` 不是该字段的代码，应为 HOUSING、CAR；您是否想写 `CAR`',
    ],
    [
      'product in («"CARS"», "CAR")',
      'feel/unknown-word',
      '`CARS` 不是该字段的代码，应为 HOUSING、CAR；您是否想写 `CAR`',
    ],
    ['list contains(codes, «"C"»)', 'feel/unknown-word', /`C` 不是该字段的代码，应为 A、B/u],
    ['grade = «4»', 'feel/unknown-word', '`4` 不是该字段的代码，应为 1、2、3'],
    ['income = «"N/A"»', 'feel/unknown-word', /`N\/A` 不是该字段的代码，应为 NA、Exempt、/u],
    ['name.«length» > 1', 'feel/no-fields', '文本没有字段 `length`'],
    [
      '«signed > 5»',
      'feel/compare',
      '日期不能与数字比较；求相隔的时间用 days between(甲, 乙)、months between(甲, 乙)，移动日期用 duration("P30D")、duration("P6M")，写日期用 date("2024-01-01")',
    ],
    ['«signed > "2024-01-01"»', 'feel/compare', '日期不能与文本比较；写日期用 date("2024-01-01")'],
    [
      '«received <= signed»',
      'feel/compare',
      '日期时间不能与日期比较；请用 date(…) 取日期时间的当日',
    ],
    ['«price > term»', 'feel/compare', '金额不能与月数比较'],
    [
      '«term >= years»',
      'feel/compare',
      '月数不能与年数比较；年数乘以 12 为月数，月数除以 12 为年数',
    ],
    [
      '«days <= workdays»',
      'feel/compare',
      '天数不能与工作日数比较；自然日用 days between，工作日用 working days between',
    ],
    ['«rate >= points»', 'feel/compare', '年利率不能与基点比较；基点除以 10000 为年利率'],
    ['«rate > monthlyRate»', 'feel/compare', '年利率不能与月利率比较；年利率除以 12 为月利率'],
    [
      '«people.owes > 5»',
      'feel/compare',
      '金额的列表不能与数字比较；请用 some、every、sum、count 等对列表取值，或用 list contains(列表, 值)',
    ],
    [
      '«codes = "A"»',
      'feel/compare',
      '代码的列表不能与文本比较；请用 some、every、sum、count 等对列表取值，或用 list contains(列表, 值)',
    ],
    [
      '«price = "5"»',
      'feel/compare',
      '金额不能与文本比较；数字不加引号，文本中的数字用 number(…) 取出',
    ],
    [
      '«done = "true"»',
      'feel/compare',
      '是否值（true、false）不能与文本比较；“是”“否”写作 true、false，不加引号',
    ],
    ['«done > true»', 'feel/compare', '是否值（true、false）不能与是否值（true、false）比较'],
    [
      'price between 1 and «"x"»',
      'feel/compare',
      '金额不能与文本比较；数字不加引号，文本中的数字用 number(…) 取出',
    ],
    ['price in («"x"», 3)', 'feel/compare', /金额不能与文本比较/u],
    ['«price + term» > 1', 'feel/unit', '金额与月数不能作 `+` 运算'],
    [
      '«signed + 30» > signed',
      'feel/unit',
      /^日期与数字不能作 `\+` 运算；求相隔的时间用 days between/u,
    ],
    ['price - «price * price» > 1', 'feel/unit', '金额与金额不能作 `*` 运算'],
    [
      '«rate * term» < 1',
      'feel/unit',
      '年利率与月数不能作 `*` 运算；请先写年利率除以 12，再乘月数',
    ],
    [
      'price * («rate * days») > 1',
      'feel/unit',
      '年利率与天数不能作 `*` 运算；请先写天数除以 360（或 365），再乘年利率',
    ],
    [
      '«price + share» > 1',
      'feel/unit',
      '金额与比例不能作 `+` 运算；金额除以金额为比例，金额乘以比例仍为金额',
    ],
    [
      '(«if done then price else term») > 1',
      'feel/branches',
      'if 的两个分支不一致：then 之后是金额，else 之后是月数',
    ],
    [
      '(«if done then "NA" else 1») > 1',
      'feel/several-kinds',
      '此处应为数字，但还可能是代码 "NA"；请先判断，如 `if is number(x) then … else …`',
    ],
    [
      '(«if done then codes else 1») = 1',
      'feel/branches',
      'if 的两个分支不一致：then 之后是代码的列表，else 之后是数字；请用 some、every、sum、count 等对列表取值，或用 list contains(列表, 值)',
    ],
    [
      'name = «""»',
      'feel/blank',
      '`name` 中的空白等于没有录入，不是 `""` 这个值；空白若有含义，请在数据结构中给该字段标 `x-blank: value`',
    ],
    ['price != «""»', 'feel/blank', /`price` 中的空白/u],
    ['product in ("CAR", «""»)', 'feel/blank', /`product`/u],
    ['address.city in ["CAR", «""»]', 'feel/blank', /`address.city`/u],
    ['route = «"Z"»', 'feel/unknown-word', '`Z` 不是该字段的代码，应为 A、B'],
    ['is listed(«name»)', 'feel/type', '此处应为代码，却是文本'],
    [
      '«three».year = 2024',
      'feel/several-kinds',
      '此处应为日期，但还可能是个数或空白；请先判断，如 `if is date(three) then … else …`',
    ],
    ['(-«score») < 0', 'feel/several-kinds', /`if is number\(score\) then … else …`$/u],
    [
      'sum(«people.pay») > 5',
      'feel/type',
      '此处应为数字的列表，却是金额或代码 "NA"的列表；请先只取其中一种，如 `list[is number(item)]`',
    ],
    ['«is number(score, 1)»', 'feel/arguments', /is number/u],
    ['«is number(price)»', 'feel/always', '这一判断永远为真：该值的类型已定'],
    ['«is date(score)»', 'feel/always', '这一判断永远为假：该值的类型已定'],
    ['«is listed(product)»', 'feel/always', '这一判断永远为真：该值的类型已定'],
    [
      'days between(«three», signed) > 1',
      'feel/several-kinds',
      '此处应为日期，但还可能是个数或空白；请先判断，如 `if is date(three) then … else …`',
    ],
    ['count([1, «"a"»]) = 2', 'feel/mixed-list', '列表中的元素应当同类：先是数字，后是文本'],
    ['max(price, «term») > 1', 'feel/mixed-list', '列表中的元素应当同类：先是金额，后是月数'],
    [
      'count(append(codes, «1»)) = 2',
      'feel/mixed-list',
      '列表中的元素应当同类：先是代码，后是数字',
    ],
    [
      'count(union(codes, «people.born»)) = 2',
      'feel/mixed-list',
      '列表中的元素应当同类：先是代码，后是日期',
    ],
    ['«price» and done', 'feel/type', '此处应为是否值（true、false），却是金额'],
    ['not(«price»)', 'feel/type', '此处应为是否值（true、false），却是金额'],
    ['sum(«people») > 1', 'feel/type', /^此处应为数字的列表，却是记录的列表/u],
    ['every p in «price» satisfies done', 'feel/type', '此处应为列表，却是金额'],
    ['matches(«price», "a")', 'feel/type', /^此处应为文本，却是金额/u],
    [
      'monthly payment(loan, «monthlyRate», term) > 1',
      'feel/type',
      '此处应为年利率，却是月利率；年利率除以 12 为月利率',
    ],
    [
      'monthly payment(loan, rate, «years») > 1',
      'feel/type',
      '此处应为月数，却是年数；年数乘以 12 为月数，月数除以 12 为年数',
    ],
    ['annual cost(loan, «people.born») > 1', 'feel/type', '此处应为金额的列表，却是日期的列表'],
    ['max(«people») = 1', 'feel/type', /^此处应为数字的列表，却是记录的列表/u],
    ['«days between(signed)» > 1', 'feel/arguments', '函数 `days between` 的参数应为（from、to）'],
    [
      '«days between(from: signed, from: signed)» > 1',
      'feel/arguments',
      '函数 `days between` 的参数应为（from、to）',
    ],
    ['signed > date(«"2024-02-30"»)', 'feel/literal', /^没有 `2024-02-30` 这样的日期、时间或时长/u],
    ['signed > «@"2024-13-01"»', 'feel/literal', /`2024-13-01`/u],
    ['signed + duration(«"30D"») > signed', 'feel/literal', /`30D`/u],
    ['matches(name, «"(a"»)', 'feel/pattern', '正则表达式 `(a` 无法理解'],
    ['matches(name, «"a"», "z")', 'feel/pattern', '正则表达式 `a` 无法理解'],
    [
      '«1.05 ** term» > 1',
      'feel/profile',
      '规则中不能使用这样的乘方（指数应为不超过 1200 的整数）',
    ],
    ['«2 ** 0.5» > 1', 'feel/profile', '规则中不能使用这样的乘方（指数应为不超过 1200 的整数）'],
    ['«{a: 1}».a > 1', 'feel/profile', '规则中不能使用上下文 { }'],
    ['«function(a) a»', 'feel/profile', '规则中不能使用函数定义'],
    ['«price instance of list<number>»', 'feel/profile', /instance of/u],
    [
      'count(for n in «1..number» return n) > 1',
      'feel/profile',
      '规则中不能使用这样的 for 区间（两端应为写明的整数，至多 1,000 个数）',
    ],
    [
      'count(for n in «1..1001» return n) > 1',
      'feel/profile',
      '规则中不能使用这样的 for 区间（两端应为写明的整数，至多 1,000 个数）',
    ],
    [
      'count(for price in «people» return 1) > 1',
      'feel/name-taken',
      '变量名 `price` 已是字段或口径的名称，请换一个',
    ],
  ])('%s', (text, code, words) => {
    const plain = text.replaceAll(/[«»]/gu, '');
    const [problem, ...others] = problemsOf(plain);
    expect(others.map((other) => marked(plain, other))).toEqual([]);
    expect(problem && marked(plain, problem)).toBe(text);
    expect(problem?.code).toBe(code);
    expect(problem && say(problem)).toMatch(words);
    expect(problem && say(problem, 'en')).not.toMatch(/\p{Script=Han}|undefined|\.$/u);
  });
});

describe('a field of several kinds is compared once it is known which it is', () => {
  test.each([
    ['income != "NA" and income != "Exempt" and income != "" and income > 5'],
    ['not(income in ("NA", "Exempt", "")) and income > 5'],
    ['income in ("NA", "Exempt", "") or income > 5'],
    ['income instance of number and income > 5'],
    ['not(income instance of number) or income > 5'],
    ['if income instance of number then income > 5 else income = "NA"'],
    ['if income instance of string then income = "NA" else income > 5'],
    ['if score = "NA" then done else score > 5'],
    ['score = "NA" or score > 5'],
    ['score != "NA" and (done or score * 2 > 5)'],
    ['not(score = "NA" or score < 5)'],
    ['(score = 1 or score = 2) and score < 5'],
    ['score in (1, 2, 3) and score < 5'],
    ['income = price'],
    ['income = 5'],
    ['income = score'],
    ['sold != "NA" and sold >= signed'],
    ['flag instance of boolean and flag'],
    ['flag = true or flag instance of number and flag > 5'],
    ['address.code != "NA" and address.code > 5'],
    ['every p in people satisfies p.pay = "NA" or p.pay > 5'],
    ['some p in people satisfies p.pay != "NA" and p.pay > 5'],
    ['sum(people[pay != "NA"].pay) > 5'],
    ['sum(people[item.pay instance of number].pay) > 5'],
    ['count(people[pay != "NA" and pay > 5]) = 0'],
    ['sum(marks[item != "NA"]) > 5'],
    ['every p in people[pay != "NA"] satisfies p.pay > 5'],
    ['sum(for p in people return if p.pay = "NA" then 0 else p.pay) > 5'],
    ['income = null or done'],
  ])('%s', (text) => {
    expect(typeOf(text)).toBe('boolean');
  });

  test.each([
    ['income > 5'],
    ['income != "NA" and income > 5'],
    ['income != "NA" or income > 5'],
    ['income > 5 and income instance of number'],
    ['(income != "NA" or done) and income > 5'],
    ['score = "NA" and score > 5'],
    ['if score = "NA" then score > 5 else done'],
    ['sum(people.pay) > 5'],
    ['score + 1 > 5'],
    ['contains(income, "N")'],
    ['score between 1 and 2'],
    ['score in [1..2]'],
    ['score != "NA" and (every score2 in marks satisfies score2 > 5)'],
    ['people[1].pay != "NA" and people[2].pay > 5'],
    ['flag and done'],
    ['flag > 5'],
  ])('%s is refused', (text) => {
    expect(typeOf(text)).toMatch(/^feel\/(?:several-kinds|type|compare)$/u);
  });

  test.each([
    ['income > 5', 'income instance of number', 'boolean'],
    ['score * 2 > 5', 'score != "NA"', 'boolean'],
    ['score * 2 > 5', 'done and score != "NA"', 'boolean'],
    ['score * 2 > 5', 'done or score != "NA"', 'feel/several-kinds'],
    [
      'every score in marks satisfies score > 5',
      'score != "NA"',
      'feel/name-taken, feel/several-kinds',
    ],
    ['one + price', 'done', 'money'],
  ])('%s where %s is %s', (text, where, type) => {
    expect(typeOf(text, where)).toBe(type);
  });

  test('the message says what it may be and how to tell', () => {
    const [problem] = problemsOf('income > 5');
    expect(problem && say(problem)).toBe(
      '此处应为金额，但还可能是代码 "NA"、"Exempt"、""；请先判断，如 `if is number(income) then … else …`',
    );
    expect(problem && say(problem, 'en')).toBe(
      'this should be money and may also be a code "NA", "Exempt", ""; ask first, as in `if is number(income) then … else …`',
    );
  });
});

describe('what ranges decide before there is a file', () => {
  test.each([
    ['«price >= 0»', '这一比较永远为真：按取值范围，左边是 [0..…)，右边是 0'],
    ['«loan / price >= 0»', '这一比较永远为真：按取值范围，左边是 (0..…)，右边是 0'],
    ['«loan <= 0»', '这一比较永远为假：按取值范围，左边是 (0..…)，右边是 0'],
    ['«loan != 0»', '这一比较永远为真：按取值范围，左边是 (0..…)，右边是 0'],
    ['«share > 1»', '这一比较永远为假：按取值范围，左边是 [0..1]，右边是 1'],
    ['«1 - share < 0»', '这一比较永远为假：按取值范围，左边是 [0..1]，右边是 0'],
    ['«term <= 360»', '这一比较永远为真：按取值范围，左边是 [1..360]，右边是 360'],
    ['«term / 12 > 30»', /^这一比较永远为假：按取值范围，左边是 \[0\.083.*\.\.30\]，右边是 30$/u],
    ['«term = 361»', '这一比较永远为假：按取值范围，左边是 [1..360]，右边是 361'],
    ['«-share > 0»', '这一比较永远为假：按取值范围，左边是 [-1..0]，右边是 0'],
    ['«share * share > 1»', '这一比较永远为假：按取值范围，左边是 [0..1]，右边是 1'],
    ['«price + loan > 0»', '这一比较永远为真：按取值范围，左边是 (0..…)，右边是 0'],
    ['«count(people) >= 0»', '这一比较永远为真：按取值范围，左边是 [0..…)，右边是 0'],
    ['«sum(people.owes) < 0»', '这一比较永远为假：按取值范围，左边是 [0..…)，右边是 0'],
    ['«sum(people[owes > 5].owes) < 0»', '这一比较永远为假：按取值范围，左边是 [0..…)，右边是 0'],
    ['«min(term, 400) > 400»', '这一比较永远为假：按取值范围，左边是 [1..400]，右边是 400'],
    [
      '«(if done then term else 400) > 400»',
      '这一比较永远为假：按取值范围，左边是 [1..400]，右边是 400',
    ],
    ['«signed.month > 12»', '这一比较永远为假：按取值范围，左边是 [1..12]，右边是 12'],
    ['«similar(name, name) > 1»', '这一比较永远为假：按取值范围，左边是 [0..1]，右边是 1'],
    ['term in («> 360», 12)', '这一比较永远为假：按取值范围，左边是 [1..360]，右边是 360'],
    ['term in «[400..500]»', '这一比较永远为假：按取值范围，左边是 [1..360]，右边是 400'],
    ['«term between 361 and 400»', '这一比较永远为假：按取值范围，左边是 [1..360]，右边是 361'],
    ['term between 12 and «360»', '这一比较永远为真：按取值范围，左边是 [1..360]，右边是 360'],
    ['«price instance of number»', '这一判断永远为真：该值的类型已定'],
    ['«score instance of date»', '这一判断永远为假：该值的类型已定'],
    ['«grade >= 1» and done', '这一比较永远为真：按取值范围，左边是 [1..3]，右边是 1'],
  ])('%s', (text, words) => {
    const plain = text.replaceAll(/[«»]/gu, '');
    const problems = problemsOf(plain);
    expect(problems.map(({ code }) => code)).toEqual(['feel/always']);
    const [problem] = problems;
    expect(problem && marked(plain, problem)).toBe(text);
    expect(problem && say(problem)).toMatch(words);
  });

  test.each([
    ['price > 0'],
    ['share < 1'],
    ['share <= 0.7'],
    ['loan / price <= 1'],
    ['price - loan >= 0'],
    ['balance >= 0'],
    ['share * balance >= 0'],
    ['max(people.owes) > 5'],
    ['abs(balance) > 0'],
    ['term / 12 <= years'],
    ['sum(people.owes) > 0'],
    ['loan / balance > 0'],
    ['income != 0'],
  ])('%s depends on the file', (text) => {
    expect(typeOf(text)).toBe('boolean');
  });
});
