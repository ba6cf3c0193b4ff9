/** Measures the house: each number is a ratio of two things measured side by side in one run. */
@NullMarked
package org.tongban.journeys.bench;

import org.jspecify.annotations.NullMarked;
