import { createRootRoute, createRoute, lazyRouteComponent, type AsyncRouteComponent } from '@tanstack/react-router';
import { NotFound } from '../frame/Failure';
import { Start } from '../frame/Start';
import { listSearch } from '../frame/listState';

const Welcome = lazyRouteComponent(() => import('../rooms/office/WelcomeScreen'), 'WelcomeScreen');

/** The window around every screen. */
export const root = createRootRoute({
  component: () => <Start welcome={Welcome} />,
  notFoundComponent: NotFound,
});

/** A screen at its address. */
export const page = <P extends string>(path: P, component: AsyncRouteComponent<object>) =>
  createRoute({ getParentRoute: () => root, path, component });

/** A list keeps its search in the address, so that going back finds it again. */
export const list = <P extends string>(path: P, component: AsyncRouteComponent<object>) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: listSearch, component });
