/** The door: photos that other rooms attach. */
export { ownPhotos, requirePhotos } from './attach.ts'
