/** The build bundles the named entry by itself; the import gives the bundle's path at run time. */
declare module '*?modulePath' {
  const path: string;
  export default path;
}
