import {
  Crop,
  FileDown,
  FilePlus2,
  FolderOpen,
  Hand,
  ImagePlus,
  LayoutDashboard,
  type LucideIcon,
  Maximize,
  Minus,
  Moon,
  MousePointer2,
  PaintBucket,
  Plus,
  Redo2,
  Save,
  ScanEye,
  Search,
  Slash,
  Square,
  SquareDashedMousePointer,
  Sun,
  TextQuote,
  Type,
  Undo2,
  ZoomIn,
} from 'lucide-react';
import { Toolbar as AriaToolbar, Button, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { percent } from '../canvas/camera.ts';
import { isDark, isDirty, useDesk } from '../state/desk.ts';
import { Action } from './Action.tsx';
import { setLanguage, setTheme } from './settings.ts';

const Gap = () => <Separator orientation="vertical" className="gap" />;

const GROUPS: readonly (readonly (readonly [command: string, icon: LucideIcon])[])[] = [
  [
    ['file.new', FilePlus2],
    ['file.open', FolderOpen],
    ['file.save', Save],
  ],
  [
    ['edit.undo', Undo2],
    ['edit.redo', Redo2],
  ],
  [
    ['tool.select', MousePointer2],
    ['tool.content', SquareDashedMousePointer],
    ['tool.text', Type],
    ['tool.rule', Slash],
    ['tool.box', Square],
    ['tool.tint', PaintBucket],
    ['tool.hand', Hand],
    ['tool.zoom', ZoomIn],
  ],
  [
    ['file.import', TextQuote],
    ['file.photo', ImagePlus],
    ['object.refit', Crop],
    ['page.arrange', LayoutDashboard],
  ],
];

/** Name of the work, with a dot while it is not saved. */
function Title() {
  const { t } = useTranslation();
  const name = useDesk((s) => s.name);
  const open = useDesk((s) => s.project !== null);
  const dirty = useDesk(isDirty);
  if (!open) return <div className="title" />;
  return (
    <div className="title" title={dirty ? t('title.unsaved') : t('title.saved')}>
      <span className="title-name">{name ?? t('title.untitled')}</span>
      {dirty && <span className="title-dot" role="img" aria-label={t('title.unsaved')} />}
    </div>
  );
}

function Zoom() {
  const zoom = useDesk((s) => percent(s.camera));
  const open = useDesk((s) => s.page !== null);
  return (
    <div className="zoom">
      <Action command="view.zoomOut" icon={Minus} />
      <span className="zoom-figure" data-zoom={zoom}>
        {open ? `${zoom}%` : '—'}
      </span>
      <Action command="view.zoomIn" icon={Plus} />
      <Action command="view.fitPage" icon={Maximize} />
      <Action command="view.preview" icon={ScanEye} />
    </div>
  );
}

export function Toolbar() {
  const { t } = useTranslation();
  const dark = useDesk(isDark);
  const language = useDesk((s) => s.language);
  return (
    <AriaToolbar className="toolbar" aria-label={t('toolbar.name')}>
      {GROUPS.map((group, i) => (
        <div className="tool-group" key={group[0]?.[0]}>
          {i > 0 && <Gap />}
          {group.map(([command, icon]) => (
            <Action key={command} command={command} icon={icon} />
          ))}
        </div>
      ))}
      <Title />
      <Zoom />
      <Gap />
      <Action command="window.palette" icon={Search} />
      <Button className="action action-icon" aria-label={t('toolbar.theme')} onPress={() => setTheme(dark ? 'light' : 'dark')}>
        {dark ? <Sun size={16} strokeWidth={1.6} aria-hidden /> : <Moon size={16} strokeWidth={1.6} aria-hidden />}
      </Button>
      <Button
        className="action action-icon language"
        aria-label={t('toolbar.language')}
        onPress={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        <span aria-hidden>{language === 'zh' ? 'EN' : '中'}</span>
      </Button>
      <Gap />
      <Action command="file.export" icon={FileDown} look="primary" label={t('toolbar.export')} />
    </AriaToolbar>
  );
}
