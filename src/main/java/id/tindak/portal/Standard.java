package id.tindak.portal;

import id.tindak.sop.Header;

/**
 * The standard of service: what the SOP says of requirements, cost, product, and its steps with their times.
 *
 * @param survey whether the agency shows how satisfied people were
 */
public record Standard(ServiceTimes service, Header header, boolean survey) {}
