/**
 * What every page needs and no domain owns: who may call a route, which agency a request belongs to, texts in two languages, forms, form tokens, views, error pages and static files.
 * Pages are written against {@link id.tindak.base.web.Page}, {@link id.tindak.base.web.View} and {@link id.tindak.base.web.Form}.
 */
@NullMarked
package id.tindak.base.web;

import org.jspecify.annotations.NullMarked;
