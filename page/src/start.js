// The first script, in words that any browser knows: says at once where the page cannot work.
(function () {
  "use strict";
  var page = window.fanpageNames = { started: false, stopped: false };

  // The smallest module with exceptions, which Python's runtime needs. Source: WebAssembly, exception handling.
  var exceptions = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11];

  function works() {
    try {
      return Boolean(
        window.Worker && window.Blob && Blob.prototype.arrayBuffer && window.DecompressionStream &&
        window.WebAssembly && WebAssembly.validate(new Uint8Array(exceptions)) && window.HTMLDialogElement &&
        Array.prototype.at
      );
    } catch (error) {
      return false;
    }
  }

  function stop() {
    page.stopped = true;
    document.getElementById("old").hidden = false;
  }

  if (!works()) stop();
  window.addEventListener("load", function () {
    if (!page.started) stop(); // the other script has words that this browser does not know
  });
})();
