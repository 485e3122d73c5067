export { NotebookPage } from './notebook-page';
export { PersonNotesPage } from './person-notes-page';
