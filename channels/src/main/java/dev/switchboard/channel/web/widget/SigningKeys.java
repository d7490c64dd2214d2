package dev.switchboard.channel.web.widget;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the keys of the settings when the server starts; a bad one keeps it from starting. */
final class SigningKeys {
  private static final int LEAST_RSA_BITS = 2_048;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private SigningKeys() {}

  /**
   * What verifies signatures of the configured kind; nothing where nobody is to be identified.
   *
   * @throws ConfigurationException when the keys cannot be read, or are of another kind
   */
  static List<JWSVerifier> of(IdentitySettings settings) {
    if (settings.mode() == IdentitySettings.Mode.ANONYMOUS) {
      return List.of();
    }
    try {
      var verifiers =
          switch (settings.algorithm()) {
            case HS256 -> shared(settings.secret());
            case RS256 -> rsa(keys(settings));
            case ES256 -> elliptic(keys(settings));
          };
      if (verifiers.isEmpty()) {
        throw new ConfigurationException(
            "switchboard.widget.identity.keys holds no key for " + settings.algorithm());
      }
      return verifiers;
    } catch (IOException | GeneralSecurityException | ParseException | JOSEException fault) {
      throw new ConfigurationException(
          "switchboard.widget.identity: the keys cannot be used: " + fault.getMessage(), fault);
    }
  }

  private static List<JWSVerifier> shared(String secret) throws JOSEException {
    return List.of(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<JWSVerifier> rsa(List<PublicKey> keys) {
    var verifiers = new ArrayList<JWSVerifier>();
    for (var key : keys) {
      if (key instanceof RSAPublicKey rsa) {
        if (rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
          throw new ConfigurationException(
              "switchboard.widget.identity.keys: RSA keys need at least 2048 bits");
        }
        verifiers.add(new RSASSAVerifier(rsa));
      }
    }
    return verifiers;
  }

  private static List<JWSVerifier> elliptic(List<PublicKey> keys) throws JOSEException {
    var verifiers = new ArrayList<JWSVerifier>();
    for (var key : keys) {
      if (key instanceof ECPublicKey elliptic) {
        verifiers.add(new ECDSAVerifier(elliptic));
      }
    }
    return verifiers;
  }

  private static List<PublicKey> keys(IdentitySettings settings)
      throws IOException, GeneralSecurityException, ParseException, JOSEException {
    var text = Files.readString(Path.of(settings.keys()));
    return text.strip().startsWith("{") ? keySet(text) : pem(text, settings);
  }

  private static List<PublicKey> keySet(String json) throws ParseException, JOSEException {
    var keys = new ArrayList<PublicKey>();
    for (var key : JWKSet.parse(json).getKeys()) {
      if (key instanceof AsymmetricJWK pair) {
        keys.add(pair.toPublicKey());
      }
    }
    return keys;
  }

  private static List<PublicKey> pem(String text, IdentitySettings settings)
      throws GeneralSecurityException {
    var kind = settings.algorithm() == IdentitySettings.Algorithm.ES256 ? "EC" : "RSA";
    var keys = new ArrayList<PublicKey>();
    for (var block = PEM.matcher(text); block.find(); ) {
      var encoded = Base64.getMimeDecoder().decode(block.group(1));
      keys.add(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded)));
    }
    return keys;
  }
}
