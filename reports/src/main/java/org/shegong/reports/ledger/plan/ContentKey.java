package org.shegong.reports.ledger.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.shegong.db.domain.CellText;
import org.shegong.reports.ledger.parse.NamedPerson;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerField.Type;

/**
 * Fingerprints of rows: what they say, not how they spell it. Running numbers and remarks do not belong to it.
 * A fingerprint of a kind without a key ends in the ordinal among identical rows of the file.
 */
final class ContentKey {

    private final Map<String, Integer> ordinals = new HashMap<>();

    /** The fingerprint of a row's content. */
    static String digest(KindSpec spec, ParsedRow row) {
        StringBuilder text = new StringBuilder(spec.kind().key());
        for (LedgerField field : spec.fields()) {
            Object value = row.values().get(field.key());
            if (field.keep() && value != null) {
                text.append('\n').append(field.key()).append('=').append(canonical(field, value));
            }
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return spec.kind().key() + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 27);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest with its ordinal in the file of which this object counts the rows. */
    String numbered(String digest) {
        return digest + "#" + ordinals.merge(digest, 1, Integer::sum);
    }

    private static String canonical(LedgerField field, Object value) {
        if (field.type() == Type.PEOPLE || field.type() == Type.WORKERS) {
            TreeSet<String> people = new TreeSet<>();
            for (Object one : (List<?>) value) {
                NamedPerson person = (NamedPerson) one;
                people.add(person.name() + "|" + person.village());
            }
            return people.toString();
        }
        return value instanceof String text ? CellText.matchKey(text) : value.toString();
    }
}
