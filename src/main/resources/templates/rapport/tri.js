document.querySelectorAll('table.triable').forEach(function (table) {
  var corps = table.tBodies[0];
  table.querySelectorAll('thead button').forEach(function (bouton) {
    bouton.addEventListener('click', function () {
      var titre = bouton.parentNode;
      var descend = titre.getAttribute('aria-sort') === 'ascending';
      table.querySelectorAll('th').forEach(function (th) { th.removeAttribute('aria-sort'); });
      titre.setAttribute('aria-sort', descend ? 'descending' : 'ascending');
      Array.from(corps.rows).sort(function (a, b) {
        var x = a.cells[titre.cellIndex].textContent.trim(), y = b.cells[titre.cellIndex].textContent.trim();
        return (descend ? -1 : 1) * x.localeCompare(y, 'fr', { numeric: true });
      }).forEach(function (ligne) { corps.appendChild(ligne); });
    });
  });
});
