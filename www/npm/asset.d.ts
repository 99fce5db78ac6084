export * from "./asset.cjs";
