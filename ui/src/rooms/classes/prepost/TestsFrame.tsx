import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/icons';
import { PageHeader, type MenuAction } from '../../../components/PageHeader';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';

const text = id.evaluation.tests;

interface TestsFrameProps {
  actions?: ReactNode;
  menu?: readonly MenuAction[];
  children: ReactNode;
}

/** The page of both tests of a class around each of its tabs. */
export function TestsFrame({ actions, menu, children }: TestsFrameProps) {
  const classId = useAddressId();
  const navigate = useNavigate();
  const base = `/classes/${classId}/tests`;
  return (
    <>
      <PageHeader
        {...useClassPlace(classId, `/classes/${classId}/scores`)}
        title={text.title}
        actions={
          <>
            {actions}
            <Button
              variant="default"
              leftSection={<Icon name="file" size={16} />}
              onClick={() => void navigate({ to: '/classes/$id/tests/report', params: { id: classId } })}
            >
              {text.report}
            </Button>
          </>
        }
        menu={menu}
        tabs={[
          { label: text.stages.pre, to: base },
          { label: text.stages.post, to: `${base}/post` },
          { label: text.gains.tab, to: `${base}/gains` },
        ]}
      />
      {children}
    </>
  );
}
