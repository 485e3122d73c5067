export { buildApp, routesOf, type AppOptions } from './app';
export { openApi, openApiPath } from './openapi';
export { findApp } from './static';
