import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Icon } from '../../../components/icons';
import type { InquiryView } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';

const text = id.inquiries.page;

/** The papers of a source: sheets to fill in, and what it found. */
export function PrintMenu({ base, view }: { base: string; view: InquiryView }) {
  const navigate = useNavigate();
  const { kind } = view.row.inquiry;
  const papers = [
    ...(view.instruments.length > 0
      ? [
          { label: text.printSheets, to: 'sheets' },
          { label: text.printBlank, to: 'blank' },
        ]
      : []),
    kind === 'readiness' ? { label: text.printReadiness, to: 'readiness' } : { label: text.printFindings, to: 'findings' },
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="printer" size={16} />}>
          {text.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {papers.map(({ label, to }) => (
          <Menu.Item key={to} onClick={() => void navigate({ to: `${base}/print/${to}` })}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
