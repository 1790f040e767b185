import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isValidResidentId } from '../../../src/feel/operations/builtins/identifiers.ts';
import { computed } from '../../clock.ts';
import { maskText } from '../../../src/feel/sentence/mask-text.ts';

test.each([
  ['18 digits', '身份证11010519491231002X来电', '身份证1101**********002X来电'],
  ['a small letter', '11010519491231002x', '1101**********002x'],
  ['full width', '１１０１０５１９４９１２３１００２Ｘ', '1101**********002X'],
  [
    'parted',
    '110105 19491231 002X、110105-19491231-002X',
    '1101**********002X、1101**********002X',
  ],
  ['in the name of a file', '110105194912310021_1.yaml', '110105194912310021_1.yaml'],
  [
    'in the name of a file, checked',
    '张三_11010519491231002X_1.yaml',
    '张三_1101**********002X_1.yaml',
  ],
  ['behind a code', 'HT-2026-11010519491231002X', 'HT-2026-1101**********002X'],
  ['15 digits', '旧证号 330106620101001。', '旧证号 3301*******1001。'],
  ['mobile', '联系13800138000/13900139000', '联系138****8000/139****9000'],
  ['mobile, parted', '138 0013 8000, 138-0013-8000', '138****8000, 138****8000'],
  [
    'mobile, with the country',
    '+86 13800138000；0086-13800138000；8613800138000',
    '138****8000；138****8000；138****8000',
  ],
  ['mobile, in a list', '13800138000,13900139000', '138****8000,139****9000'],
  ['mobile, in the name of a file', 'loan_13800138000.yaml', 'loan_138****8000.yaml'],
  [
    'landline',
    '0571-87654321、(010)87654321、010 87654321',
    '057*****4321、010****4321、010****4321',
  ],
  ['landline with an extension', '0571-87654321-8001', '057*********8001'],
  ['card', '卡 6222021234567890128', '卡 ***************0128'],
  ['card, parted', '6222 0212 3456 7890 128', '***************0128'],
  [
    'account by its name',
    '账号：330001-12345678；户号 12345678',
    '账号：**********5678；户号 ****5678',
  ],
  ['account in English', 'Account No. 12345678', 'Account No. ****5678'],
])('a person’s number: %s', (_, text, shown) => {
  expect(maskText(text)).toBe(shown);
});

test.each([
  ['amount', '13800138000.00'],
  ['amount in yuan', '13800138000元，138001380001 万元'],
  ['amount with its currency', '¥13800138000、人民币 13800138000'],
  ['amount in groups', '首付款 13,800,138,000.00 元'],
  ['small amounts', '560000、1860000、149,999.99'],
  ['dates', '2026-08-24、20260824、2024-10-08T09:30:00+08:00、20260824143000'],
  ['ids of contracts', 'HT-2026-13800138000、LN202608240000001、D-2026-000001、借2026第00000123号'],
  ['15 digits without a region or day', '202608240000001、330106629901001'],
  ['18 digits with a wrong check digit', '110105194912310021'],
  ['credit codes of firms', '91350100M000100Y43、913301001234567890'],
  ['cards with a wrong check digit', '6222021234567890129'],
  ['cards of nobody', '1234567890123452'],
  ['digests', 'sha256:9cfd02ef348d11010519491231002X0'],
  ['a clause', '银发〔2024〕13800号'],
  ['decimals', '0.13800138000'],
  ['service numbers', '95588、400-810-0000、12378'],
])('none: %s', (_, text) => {
  expect(maskText(text)).toBe(text);
});

test('what the file declares as its own is left', () => {
  const own = new Set(['13800138000', '6222021234567890128']);
  expect(maskText('合同 13800138000，借据 6222 0212 3456 7890 128，电话 13900139000', own)).toBe(
    '合同 13800138000，借据 6222 0212 3456 7890 128，电话 139****9000',
  );
});

describe('whatever stands around it', () => {
  const digits = (count: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
      .map((all) => all.join(''));
  const resident = fc
    .tuple(
      fc.constantFrom('110105', '330106', '440305', '990101'),
      fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
      digits(3),
    )
    .map(
      ([region, day, serial]) =>
        region + day.toISOString().slice(0, 10).replaceAll('-', '') + serial,
    )
    .map(
      (start) => start + ([...'0123456789X'].find((last) => isValidResidentId(start + last)) ?? ''),
    );
  const mobile = fc
    .tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(9))
    .map((all) => `1${all.join('')}`);
  const around = fc.string({
    unit: fc.constantFrom(...'客户来电，。 张三：（）()/的号\n'),
    maxLength: 20,
  });

  test('it is not told, and the rest is', () => {
    fc.assert(
      fc.property(around, fc.oneof(resident, mobile), around, (before, number, after) => {
        const shown = maskText(before + number + after);
        expect(shown).not.toContain(number);
        expect(shown.startsWith(before)).toBe(true);
        expect(shown.endsWith(after)).toBe(true);
        expect(maskText(shown)).toBe(shown);
      }),
    );
  });

  test('amounts and dates as reports write them are left', () => {
    const amount = fc
      .tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, cents]) => `${whole.toLocaleString('en')}.${String(cents).padStart(2, '0')}`);
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(around, fc.oneof(amount, day), around, (before, value, after) => {
        // what is called an account is one
        fc.pre(!before.includes('号'));
        expect(maskText(before + value + after)).toBe(before + value + after);
      }),
    );
  });

  test('in time that grows with the text', () => {
    for (const part of ['1', '1 ', '账号 ', '账号' + ' '.repeat(50), '86-', '0571-', '6222 ']) {
      const start = computed();
      maskText(part.repeat(200_000));
      expect(computed() - start).toBeLessThan(3000);
    }
  });
});
