// What is said to those who do not see the page change.

export const say = text => { document.getElementById("say").textContent = text; };
