// The theme that was chosen here before, set before anything is painted. A module would come too late for that.
// Storage may be denied: then the system's theme holds.
try {
  const theme = /^"?(light|dark)"?$/.exec(localStorage.getItem("apim-plan.theme"))?.[1];
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
