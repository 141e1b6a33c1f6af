// The script of the desk's pages.
"use strict";
