// What pages do besides showing themselves: they tell when an answer has come, and sliders show
// where they stand. Without this script every page can be read and every form can be sent.
(function () {
  "use strict";

  // An answer has come: the page is shown again, at the place where the reader is.
  var body = document.body;
  if (body.hasAttribute("data-working") && window.EventSource) {
    var shown = Number(body.getAttribute("data-done"));
    var news = new EventSource(body.getAttribute("data-events"));
    var timer = 0;
    news.addEventListener("done", function (event) {
      if (Number(event.data) <= shown) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(function () {
        news.close();
        // Nobody loses what they are writing.
        var active = document.activeElement;
        var writing = active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName);
        if (!writing) window.location.reload();
      }, 150);
    });
    news.onerror = function () { news.close(); };
  }

  // On a narrow screen the menu is scrolled to the page that is shown.
  var current = document.querySelector(".top nav [aria-current]");
  var menu = current && current.closest("ul");
  if (menu && menu.scrollWidth > menu.clientWidth) {
    current.scrollIntoView({ block: "nearest", inline: "center" });
  }

  // Which rung of its ladder a slider stands on.
  document.addEventListener("input", function (event) {
    var slider = event.target;
    if (!slider.matches || !slider.matches(".slider input[type=range]")) return;
    var rungs = slider.parentNode.querySelectorAll(".rungs > li");
    for (var n = 0; n < rungs.length; n += 1) {
      rungs[n].classList.toggle("here", n === Number(slider.value));
    }
  });

  // The address keeps where the sliders stand.
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.target;
    if (!form.matches || !form.matches("form.sliders")) return;
    var fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (value !== "0") fields.append(name, value);
    });
    var query = fields.toString();
    window.history.replaceState(null, "", window.location.pathname + (query ? "?" + query : ""));
  });
})();
