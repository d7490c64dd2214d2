package dev.switchboard.channel.desk;

/**
 * What an open page looks at.
 *
 * @param session the session it belongs to
 * @param account the account that is signed in
 * @param caseId the case it shows, empty for none
 * @param after the last turn of it that the page has, by {@link ShownTurn#seq}
 * @param revision the revision of the list that the page has, empty for none
 */
record Watch(String session, String account, String caseId, long after, String revision) {}
