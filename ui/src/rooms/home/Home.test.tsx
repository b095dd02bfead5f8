import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../backend/bindings';
import { classRooms } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { HomeScreen } from './HomeScreen';

const status: Status = {
  initialised: true,
  version: '0.1.0',
  data_folder: '/data',
  today: '2026-03-09',
  operator: 'Ani',
  office_name: 'BKPSDM',
  logo: null,
  warnings: [],
  last_saved: null,
  last_backup: null,
  undo: null,
  counts: { people: 1204, classes_running: 1, certificates_year: 30 },
  tasks: [{ text: 'Angkatan III: Lengkapi 3 nilai, lalu tutup kelas.', room: 'classes', target: 'c1' }],
};

const show = (parts: Partial<Status>) =>
  renderScreen(<HomeScreen />, {
    backend: fakeBackend({}, { ...classRooms(), home: { status: () => Promise.resolve({ ...status, ...parts }) } }),
  });

describe('home', () => {
  it('shows what waits, each a way to where it is done', async () => {
    const view = await show({});
    const task = await screen.findByRole('link', { name: /Lengkapi 3 nilai/ });
    expect(task).toHaveAttribute('href', '/classes/c1');
    expect(screen.getByText('1.204')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: /Pelayanan Publik, Angkatan III/ })).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('leads to silent pairs and to those who have lost their mentor', async () => {
    await show({
      tasks: [
        { text: '2 pasangan mentor diam lebih dari 30 hari.', room: 'mentoring', target: 'silent' },
        { text: '3 peserta kehilangan mentor.', room: 'mentoring', target: 'orphans' },
      ],
    });
    const silent = await screen.findByRole('link', { name: /2 pasangan mentor diam/ });
    expect(silent.getAttribute('href')).toMatch(/^\/mentoring\?state=/);
    expect(screen.getByRole('link', { name: /3 peserta kehilangan/ })).toHaveAttribute('href', '/mentoring/orphans');
  });

  it('leads to the projects of the class whose milestone is overdue', async () => {
    await show({ tasks: [{ text: '1 tonggak proyek lewat tanggalnya.', room: 'classes', target: 'c1/projects' }] });
    expect(await screen.findByRole('link', { name: /1 tonggak/ })).toHaveAttribute('href', '/classes/c1/projects');
  });

  it('leads to the complaints that are late', async () => {
    await show({ tasks: [{ text: '2 pengaduan lewat batas waktunya.', room: 'voice', target: 'overdue' }] });
    expect(await screen.findByRole('link', { name: /2 pengaduan/ })).toHaveAttribute('href', '/voice/complaints?overdue=only');
  });

  it('is calm when nothing waits', async () => {
    await show({ tasks: [] });
    expect(await screen.findByText(/Tidak ada yang menunggu/)).toBeInTheDocument();
  });

  it('leads a fresh office to its first class', async () => {
    const view = await show({ counts: { people: 0, classes_running: 0, certificates_year: 0 } });
    expect(await screen.findByRole('link', { name: /Impor daftar ASN/ })).toHaveAttribute('href', '/people/import');
    expect(screen.getByText('Sudah')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
  });
});
