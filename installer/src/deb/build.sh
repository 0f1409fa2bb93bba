#!/bin/sh
# Makes a Debian package of the image, with a Java runtime of its own: build.sh IMAGE TARGET_FOLDER VERSION JAVA_HOME
set -eu
image=$1 target=$2 version=$3 java_home=$4

command -v dpkg-deb >/dev/null || { echo "dpkg-deb is missing" >&2; exit 1; }
[ -d "$java_home/jmods" ] || { echo "$java_home has no jmods; a full JDK is needed" >&2; exit 1; }

root=$target/deb
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications"
cp -a "$image" "$root/opt/shegong"
rm -f "$root"/opt/shegong/lib/*.jsa

"$java_home/bin/jlink" --output "$root/opt/shegong/jre" --strip-debug --no-header-files --no-man-pages \
    --add-modules java.se,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.unsupported,jdk.zipfs \
    --include-locales=en,zh-Hans-CN
# Without an archive of the runtime's own classes none of the program's can be made.
"$root/opt/shegong/jre/bin/java" -XX:+UseSerialGC -Xshare:dump >/dev/null
"$root/opt/shegong/bin/shegong" --help >/dev/null || { echo "the packaged program does not start" >&2; exit 1; }
rm -f "$root"/opt/shegong/lib/*.jsa

ln -s /opt/shegong/bin/shegong "$root/usr/bin/shegong"
cat >"$root/usr/share/applications/shegong.desktop" <<'DESKTOP'
[Desktop Entry]
Type=Application
Name=社工站工作台
Name[en]=Station Desk
Exec=/opt/shegong/bin/shegong
Icon=x-office-address-book
Categories=Office;
DESKTOP

# A version of a build that is not yet released sorts before the release.
debian_version=$(echo "$version" | sed 's/-SNAPSHOT/~snapshot/')
cat >"$root/DEBIAN/control" <<CONTROL
Package: shegong
Version: $debian_version
Section: misc
Priority: optional
Architecture: $(dpkg --print-architecture)
Depends: libgtk-3-0 | libgtk-3-0t64, libgl1, libxxf86vm1, libxtst6, libpangoft2-1.0-0
Installed-Size: $(du -sk "$root/opt" | cut -f1)
Maintainer: Station Desk developers <shegong@localhost>
Description: desktop program for township social-work stations
 Records of services, monthly reports and ledgers, offline and encrypted.
CONTROL

# The archive of loaded classes fits this runtime and is made once, when the folder may be written.
cat >"$root/DEBIAN/postinst" <<'POSTINST'
#!/bin/sh
set -e
sample=$(mktemp -d)
/opt/shegong/bin/shegong demo --data "$sample/station" >/dev/null 2>&1 || true
rm -rf "$sample"
POSTINST
cat >"$root/DEBIAN/prerm" <<'PRERM'
#!/bin/sh
set -e
rm -f /opt/shegong/lib/classes-*.jsa
PRERM
chmod 0755 "$root/DEBIAN/postinst" "$root/DEBIAN/prerm"
dpkg-deb --root-owner-group --build "$root" "$target/shegong_${debian_version}_$(dpkg --print-architecture).deb"
