import type { ReactNode } from 'react';
import { useSaveFile, type Printed } from '../data/files';
import type { Crumb } from '../frame/Crumbs';
import { Loaded } from './Loaded';
import { PageHeader } from './PageHeader';
import { PdfView } from './PdfView';

export interface PaperProps extends Printed {
  /** Names the document: `Sertifikat Siti Aminah`. */
  label: string;
}

/** A document as it will be printed, to be looked at and saved. */
export function Paper({ pdf, label, save }: PaperProps) {
  const saveFile = useSaveFile();
  return <Loaded query={pdf}>{(bytes) => <PdfView bytes={bytes} label={label} onSave={() => void saveFile(save)} />}</Loaded>;
}

export interface ReportPageProps extends Printed {
  title: string;
  subtitle?: ReactNode;
  crumbs: readonly Crumb[];
}

/** A screen that shows one document, which bears the name of the screen. */
export function ReportPage({ title, subtitle, crumbs, pdf, save }: ReportPageProps) {
  return (
    <>
      <PageHeader title={title} subtitle={subtitle} crumbs={crumbs} />
      <Paper pdf={pdf} label={title} save={save} />
    </>
  );
}
