declare const __crewBuild: { id: string; assets: string[] }

/** The build this worker came with: its id, and every file that the crew's pages need of it. */
export const thisBuild = __crewBuild
