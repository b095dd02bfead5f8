import type { SVGProps } from 'react';

/** Line icons on a 20 x 20 field. They stand beside words and are therefore hidden from screen readers. */
const paths = {
  home: 'M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4',
  people: 'M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M3 16c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M13 9.5a2 2 0 1 0 0-4M14 12c1.8.3 3 1.8 3 4',
  needs: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M10 10v.1',
  programme: 'M4 4.5h5a2 2 0 0 1 1 .5 2 2 0 0 1 1-.5h5V15h-5a2 2 0 0 0-1 .6A2 2 0 0 0 9 15H4zM10 5v10.6',
  class: 'M3 5h14v8H3zM10 13v3M7 16h6M6 8h5M6 10.5h3',
  mentor: 'M6.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M2.5 16c0-2.7 1.6-4.5 4-4.5 1.5 0 2.7.7 3.4 1.9M14 11.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M10.5 16.5c0-2 1.4-3.2 3.5-3.2s3.5 1.2 3.5 3.2',
  chart: 'M4 4v12h12.5M7.5 13V10M11 13V6.5M14.5 13V8.5',
  certificate: 'M4 4h12v8.5h-4M4 4v8.5h4M7 7h6M7 9.5h3M10 15.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M8.8 15l-.8 2.5 2-1 2 1-.8-2.5',
  voice: 'M4 4.5h12v8.5H9.5L6 16v-3H4zM7 7.5h6M7 10h4',
  shield: 'M10 3.5 15.5 5v4.5c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7V5zM7.5 10l2 2 3-3.5',
  office: 'M4 16.5V5l6-2v13.5M10 7h6v9.5M2.5 16.5h15M6.5 7h1M6.5 10h1M6.5 13h1M12.5 10h1M12.5 13h1',
  search: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10M13 13l4 4',
  plus: 'M10 4v12M4 10h12',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  cross: 'M5 5l10 10M15 5 5 15',
  chevronLeft: 'M12 5l-5 5 5 5',
  chevronRight: 'M8 5l5 5-5 5',
  chevronDown: 'M5 8l5 5 5-5',
  chevronUp: 'M5 12l5-5 5 5',
  arrowRight: 'M4 10h12M11 5l5 5-5 5',
  warning: 'M10 4 17 16H3zM10 8.5V12M10 14v.1',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9.5V13M10 7v.1',
  stop: 'M7 3.5h6L16.5 7v6L13 16.5H7L3.5 13V7zM7.5 7.5l5 5M12.5 7.5l-5 5',
  dot: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4l2.5 2',
  lock: 'M5 9h10v7H5zM7 9V7a3 3 0 0 1 6 0v2',
  undo: 'M7 5 4 8l3 3M4 8h8a4 4 0 0 1 0 8H8',
  calendar: 'M4 5.5h12V16H4zM4 8.5h12M7 3.5v3M13 3.5v3',
  import: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M4 13v3h12v-3',
  export: 'M10 12V3M6.5 6.5 10 3l3.5 3.5M4 13v3h12v-3',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  printer: 'M6 7.5V3.5h8v4M6 14H4V7.5h12V14h-2M6 12h8v4.5H6z',
  zoomIn: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10M13 13l4 4M9 7v4M7 9h4',
  zoomOut: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10M13 13l4 4M7 9h4',
  fit: 'M3.5 10h13M6 7l-2.5 3L6 13M14 7l2.5 3L14 13',
  sun: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6M10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5 5l1 1M14 14l1 1M15 5l-1 1M6 14l-1 1',
  moon: 'M15.5 12A6 6 0 0 1 8 4.5 6 6 0 1 0 15.5 12',
  keyboard: 'M3 5.5h14v9H3zM6 8.5h.1M9 8.5h.1M12 8.5h.1M14.5 8.5h.1M6.5 12h7',
  panel: 'M3.5 4.5h13v11h-13zM8 4.5v11',
  more: 'M5 10h.1M10 10h.1M15 10h.1',
  edit: 'M4 16l1-3.5L13 4.5l2.5 2.5-8 8z',
  trash: 'M4.5 6h11M8 6V4h4v2M6 6l.7 10h6.6L14 6',
  backup: 'M4 6c0-1.5 12-1.5 12 0s-12 1.5-12 0v8c0 1.5 12 1.5 12 0V6M4 10c0 1.5 12 1.5 12 0',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  eyeOff: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5M4 16 16 4',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4.5 16.5c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5',
} as const;

export type IconName = keyof typeof paths;

export interface IconProps extends SVGProps<SVGSVGElement> {
  name: IconName;
  size?: number;
}

export function Icon({ name, size = 18, ...rest }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'keyboard' ? 1.8 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      <path d={paths[name]} />
    </svg>
  );
}
