import { AlignmentType, LevelFormat, LevelSuffix, LineRuleType, type INumberingOptions, type IStylesOptions } from 'docx';
import type { Layout } from '../form/layout';
import { FOOT_SIZE } from '../form/measures';
import { half, mm, pt } from './units';

/** Ids of the styles, as the paragraphs name them. Their names are what a person sees in the word processor; the built-in title and headings are renamed and take the Party's form. */
export const STYLE = {
  body: 'ThanVanBan',
  item: 'GachDauDong',
  part: 'Heading1',
  section: 'Heading2',
  title: 'Title',
  subject: 'TrichYeu',
  hyphens: 'GachDuoiTrichYeu',
  org: 'TenCoQuan',
  party: 'TieuDeDang',
  label: 'QuyenHan',
  name: 'HoTenNguoiKy',
  pageNumber: 'SoTrang',
  center: 'CanGiua',
  cell: 'OBang',
  slip: 'Phieu',
  recipients: 'NoiNhan',
  foot: 'ChanTrang',
} as const;

/** The numbering "I-", "1." of the headings: real, so that a heading taken out or put in renumbers the rest. */
export const NUMBERING = 'muc';

/** Named styles for everything, so that one change in the word processor changes all alike. */
export function stylesOf(layout: Layout): IStylesOptions {
  const { size } = layout;
  const exact = { line: pt(layout.lineExact), lineRule: LineRuleType.EXACT };
  // The blocks beside each other at head and foot take the line's own height: capitals with two marks need it.
  const own = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };
  const center = AlignmentType.CENTER;
  const style = (id: string, name: string, rest: object) => ({ id, name, basedOn: 'Normal', quickFormat: true, ...rest });
  return {
    default: {
      document: {
        run: { font: layout.font, size: half(size.body), language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' } },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
    },
    paragraphStyles: [
      style(STYLE.body, 'Thân văn bản', {
        paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: mm(layout.firstLine) }, spacing: { ...exact, after: pt(layout.after) } },
      }),
      style(STYLE.item, 'Gạch đầu dòng', { basedOn: STYLE.body }),
      style(STYLE.part, 'Mục I-', {
        next: STYLE.section,
        run: { bold: true },
        paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: mm(layout.firstLine) }, spacing: { ...exact, before: pt(6), after: pt(layout.after) }, keepNext: true, outlineLevel: 0 },
      }),
      style(STYLE.section, 'Mục 1.', {
        next: STYLE.body,
        run: { bold: true },
        paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: mm(layout.firstLine) }, spacing: { ...exact, after: pt(layout.after) }, keepNext: true, outlineLevel: 1 },
      }),
      style(STYLE.title, 'Tên loại văn bản', { next: STYLE.subject, run: { bold: true, size: half(size.title) }, paragraph: { alignment: center, spacing: { ...own, before: pt(24) } } }),
      style(STYLE.subject, 'Trích yếu', { next: STYLE.hyphens, run: { bold: true, size: half(size.subject) }, paragraph: { alignment: center, spacing: own } }),
      style(STYLE.hyphens, 'Gạch dưới trích yếu', { next: STYLE.body, paragraph: { alignment: center, spacing: { ...own, after: pt(12) } } }),
      style(STYLE.org, 'Tên cơ quan ban hành', { run: { size: half(size.superior) }, paragraph: { alignment: center, spacing: own } }),
      style(STYLE.party, 'Tiêu đề Đảng', { run: { bold: true, size: half(size.party) }, paragraph: { alignment: center, spacing: own } }),
      style(STYLE.label, 'Quyền hạn người ký', { run: { bold: true, size: half(size.label) }, paragraph: { alignment: center, spacing: own, keepNext: true } }),
      style(STYLE.name, 'Họ tên người ký', { run: { bold: true, size: half(size.name) }, paragraph: { alignment: center, spacing: own } }),
      style(STYLE.center, 'Căn giữa', { paragraph: { alignment: center, spacing: { ...exact, after: pt(layout.after) } } }),
      style(STYLE.cell, 'Ô bảng', { run: { size: half(size.table) }, paragraph: { spacing: own } }),
      style(STYLE.slip, 'Phiếu', { paragraph: { spacing: own } }),
      style(STYLE.recipients, 'Nơi nhận', { run: { size: half(size.recipients) }, paragraph: { spacing: own } }),
      style(STYLE.foot, 'Chân trang', { run: { size: half(FOOT_SIZE) }, paragraph: { spacing: own } }),
      style(STYLE.pageNumber, 'Số trang', { run: { size: half(size.pageNumber) }, paragraph: { alignment: center, spacing: own } }),
    ],
  };
}

/** See {@link NUMBERING}. */
export function numberingOf(layout: Layout): INumberingOptions {
  const paragraph = { indent: { left: 0, firstLine: mm(layout.firstLine) } };
  const level = (at: number, format: 'upperRoman' | 'decimal', text: string, style: string) => ({
    level: at,
    format: format === 'upperRoman' ? LevelFormat.UPPER_ROMAN : LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.SPACE,
    style: { paragraph, run: { bold: true }, style },
  });
  return { config: [{ reference: NUMBERING, levels: [level(0, 'upperRoman', '%1-', STYLE.part), level(1, 'decimal', '%2.', STYLE.section)] }] };
}
